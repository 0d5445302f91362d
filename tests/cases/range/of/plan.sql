-- up
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"("public"."mood", "public"."mood") RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"("public"."mood", "public"."mood", text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = "public"."size");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r", ALTER COLUMN "a" SET DEFAULT '[a,b)'::public.r;
-- none
DROP TYPE "public"."old__r";

-- down
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"("public"."size", "public"."size") RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"("public"."size", "public"."size", text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = "public"."mood");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r", ALTER COLUMN "a" SET DEFAULT '[a,b)'::public.r;
-- none
DROP TYPE "public"."old__r";
