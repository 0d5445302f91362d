-- up
-- none
ALTER TYPE "public"."floatrange" RENAME TO "old__floatrange";
-- none
ALTER TYPE "public"."floatmultirange" RENAME TO "old__floatmultirange";
-- none
ALTER FUNCTION "public"."floatrange"(double precision, double precision) RENAME TO "old__floatrange";
-- none
ALTER FUNCTION "public"."floatrange"(double precision, double precision, text) RENAME TO "old__floatrange";
-- none
ALTER FUNCTION "public"."floatmultirange"() RENAME TO "old__floatmultirange";
-- none
ALTER FUNCTION "public"."floatmultirange"("public"."old__floatrange") RENAME TO "old__floatmultirange";
-- none
ALTER FUNCTION "public"."floatmultirange"("public"."old__floatrange"[]) RENAME TO "old__floatmultirange";
-- none
CREATE TYPE "public"."floatrange" AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi);
-- none
DROP TYPE "public"."old__floatrange";
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"(date, date) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(date, date, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = date, MULTIRANGE_TYPE_NAME = "public"."rs");
-- none
DROP TYPE "public"."old__r";

-- down
-- none
ALTER TYPE "public"."floatrange" RENAME TO "old__floatrange";
-- none
ALTER TYPE "public"."floatmultirange" RENAME TO "old__floatmultirange";
-- none
ALTER FUNCTION "public"."floatrange"(double precision, double precision) RENAME TO "old__floatrange";
-- none
ALTER FUNCTION "public"."floatrange"(double precision, double precision, text) RENAME TO "old__floatrange";
-- none
ALTER FUNCTION "public"."floatmultirange"() RENAME TO "old__floatmultirange";
-- none
ALTER FUNCTION "public"."floatmultirange"("public"."old__floatrange") RENAME TO "old__floatmultirange";
-- none
ALTER FUNCTION "public"."floatmultirange"("public"."old__floatrange"[]) RENAME TO "old__floatmultirange";
-- none
CREATE TYPE "public"."floatrange" AS RANGE (SUBTYPE = double precision);
-- none
DROP TYPE "public"."old__floatrange";
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."rs" RENAME TO "old__rs";
-- none
ALTER FUNCTION "public"."r"(date, date) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(date, date, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."rs"() RENAME TO "old__rs";
-- none
ALTER FUNCTION "public"."rs"("public"."old__r") RENAME TO "old__rs";
-- none
ALTER FUNCTION "public"."rs"("public"."old__r"[]) RENAME TO "old__rs";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = date);
-- none
DROP TYPE "public"."old__r";
