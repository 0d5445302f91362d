-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "c";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
-- none
ALTER DOMAIN "public"."d" DROP CONSTRAINT "c";
-- none
ALTER DOMAIN "public"."d" DROP DEFAULT;
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"(integer, integer) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(integer, integer, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = bigint);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r", ALTER COLUMN "a" SET DEFAULT '[1,2)'::public.r;
-- none
DROP TYPE "public"."old__r";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT lower('[5,9)'::public.r);
-- none
ALTER DOMAIN "public"."d" SET DEFAULT lower('[3,9)'::public.r);
-- share
--   only if no values of "n" in "public"."t" break the check "c" of the domain "public"."d"
ALTER DOMAIN "public"."d" ADD CONSTRAINT "c" CHECK ((((VALUE)::bigint > 0) AND (NOT isempty('[1,2)'::public.r))));
-- access-exclusive
--   only if no rows of "public"."t" break the check "c"
ALTER TABLE "public"."t" ADD CONSTRAINT "c" CHECK ((NOT isempty('[1,2)'::public.r)));

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "c";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
-- none
ALTER DOMAIN "public"."d" DROP CONSTRAINT "c";
-- none
ALTER DOMAIN "public"."d" DROP DEFAULT;
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"(bigint, bigint) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(bigint, bigint, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = integer);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r", ALTER COLUMN "a" SET DEFAULT '[1,2)'::public.r;
-- none
DROP TYPE "public"."old__r";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT lower('[5,9)'::public.r);
-- none
ALTER DOMAIN "public"."d" SET DEFAULT lower('[3,9)'::public.r);
-- share
--   only if no values of "n" in "public"."t" break the check "c" of the domain "public"."d"
ALTER DOMAIN "public"."d" ADD CONSTRAINT "c" CHECK ((((VALUE)::bigint > 0) AND (NOT isempty('[1,2)'::public.r))));
-- access-exclusive
--   only if no rows of "public"."t" break the check "c"
ALTER TABLE "public"."t" ADD CONSTRAINT "c" CHECK ((NOT isempty('[1,2)'::public.r)));
