-- up
-- none
CREATE TYPE "public"."s.t" AS RANGE (SUBTYPE = date);
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no "public"."s.t"
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."s.t" USING "a"::text::"public"."s.t";
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no "public"."s.t"[]
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."s.t"[] USING "b"::text[]::"public"."s.t"[];
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
DROP TYPE "public"."s.t";
