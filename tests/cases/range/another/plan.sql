-- up
-- none
CREATE TYPE "public"."app_days" AS RANGE (SUBTYPE = date);
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no "public"."app_days"
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."app_days" USING "a"::text::"public"."app_days";
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no "public"."app_days"[]
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."app_days"[] USING "b"::text[]::"public"."app_days"[];
-- none
DROP TYPE "public"."r";

-- down
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = date);
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no "public"."r"
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no "public"."r"[]
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."r"[] USING "b"::text[]::"public"."r"[];
-- none
DROP TYPE "public"."app_days";
