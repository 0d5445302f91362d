-- up
-- access-exclusive
ALTER TABLE "public"."node" ALTER CONSTRAINT "f k" DEFERRABLE INITIALLY DEFERRED;

-- down
-- access-exclusive
ALTER TABLE "public"."node" ALTER CONSTRAINT "f k" NOT DEFERRABLE;
