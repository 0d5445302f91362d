-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no bytea
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bytea USING "v"::bytea;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text;
