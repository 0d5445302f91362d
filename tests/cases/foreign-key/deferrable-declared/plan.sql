-- up
-- access-exclusive
ALTER TABLE "public"."tasks" ALTER CONSTRAINT "the ""parent""" DEFERRABLE INITIALLY DEFERRED;

-- down
-- access-exclusive
ALTER TABLE "public"."tasks" ALTER CONSTRAINT "the ""parent""" NOT DEFERRABLE;
