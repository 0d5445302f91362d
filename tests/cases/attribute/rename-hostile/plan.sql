-- up
-- none
ALTER TYPE "public"."ad.dress" RENAME ATTRIBUTE "st""reet" TO "ro'a.d";
-- none
ALTER TYPE "public"."ad.dress" RENAME TO "old__ad.dress";
-- none
CREATE TYPE "public"."ad.dress" AS ("ro'a.d" character varying(40), "zip" integer);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "home" SET DATA TYPE "public"."ad.dress" USING CASE WHEN "home" IS DISTINCT FROM NULL THEN ROW(("home")."ro'a.d", ("home")."zip")::"public"."ad.dress" END;
-- none
DROP TYPE "public"."old__ad.dress";

-- down
-- none
ALTER TYPE "public"."ad.dress" RENAME ATTRIBUTE "ro'a.d" TO "st""reet";
-- none
ALTER TYPE "public"."ad.dress" RENAME TO "old__ad.dress";
-- none
CREATE TYPE "public"."ad.dress" AS ("st""reet" text, "zip" integer);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "home" SET DATA TYPE "public"."ad.dress" USING CASE WHEN "home" IS DISTINCT FROM NULL THEN ROW(("home")."st""reet", ("home")."zip")::"public"."ad.dress" END;
-- none
DROP TYPE "public"."old__ad.dress";
