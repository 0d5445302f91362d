-- up
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"(text, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(text, text, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = text, COLLATION = "C", SUBTYPE_DIFF = public.apart);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- none
DROP TYPE "public"."old__r";
-- none
COMMENT ON TYPE "public"."r" IS 'x';
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((a IS NOT NULL));

-- down
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"(text, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(text, text, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = text);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- none
DROP TYPE "public"."old__r";
-- none
COMMENT ON TYPE "public"."r" IS 'x';
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((a IS NOT NULL));
