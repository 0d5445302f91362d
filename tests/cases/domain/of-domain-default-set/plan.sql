-- up
-- none
ALTER DOMAIN "public"."low" RENAME TO "old__low";
-- none
ALTER DOMAIN "public"."high" RENAME TO "old__high";
-- none
CREATE DOMAIN "public"."low" AS text DEFAULT 'a'::text;
-- none
CREATE DOMAIN "public"."high" AS "public"."low" DEFAULT NULL NOT NULL;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "high" SET DATA TYPE "public"."high";
-- none
DROP DOMAIN "public"."old__high";
-- none
DROP DOMAIN "public"."old__low";

-- down
-- none
ALTER DOMAIN "public"."low" RENAME TO "old__low";
-- none
ALTER DOMAIN "public"."high" RENAME TO "old__high";
-- none
CREATE DOMAIN "public"."low" AS character varying(9);
-- none
CREATE DOMAIN "public"."high" AS "public"."low" NOT NULL;
-- access-exclusive, rewrites
--   only if no values of "high" in "public"."t" are no character varying(9)
ALTER TABLE "public"."t" ALTER COLUMN "high" SET DATA TYPE "public"."high";
-- none
DROP DOMAIN "public"."old__high";
-- none
DROP DOMAIN "public"."old__low";
