-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT, ALTER COLUMN "v" SET DATA TYPE integer USING "v"::integer, ALTER COLUMN "v" SET DEFAULT 5;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT, ALTER COLUMN "v" SET DATA TYPE text, ALTER COLUMN "v" SET DEFAULT '5'::text;
