-- up
-- none
ALTER TYPE "public"."address" RENAME TO "old__address";
-- none
CREATE TYPE "public"."address" AS ("country" text, "city" text, "street" text, "zip" integer);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "home" SET DATA TYPE "public"."address" USING CASE WHEN "home" IS DISTINCT FROM NULL THEN ROW(NULL, ("home")."city", ("home")."street", ("home")."zip")::"public"."address" END;
-- none
DROP TYPE "public"."old__address";

-- down
-- none
ALTER TYPE "public"."address" RENAME TO "old__address";
-- none
CREATE TYPE "public"."address" AS ("street" text, "zip" integer, "city" text);
-- access-exclusive, rewrites, loses the attribute "country" of values in "public"."t"."home"
ALTER TABLE "public"."t" ALTER COLUMN "home" SET DATA TYPE "public"."address" USING CASE WHEN "home" IS DISTINCT FROM NULL THEN ROW(("home")."street", ("home")."zip", ("home")."city")::"public"."address" END;
-- none
DROP TYPE "public"."old__address";
