-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE integer[] USING CASE WHEN "v" IS NULL THEN NULL ELSE ARRAY["v"::integer] END;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text;
