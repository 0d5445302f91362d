-- up
-- none
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM "authenticated";
-- none
REVOKE USAGE ON TYPE "public"."word" FROM "authenticated";
-- none
ALTER DOMAIN "public"."word" RENAME TO "old__word";
-- none
CREATE DOMAIN "public"."word" AS character varying(10);
-- access-exclusive, rewrites
--   only if no values of "w" in "public"."t" are no character varying(10)
ALTER TABLE "public"."t" ALTER COLUMN "w" SET DATA TYPE "public"."word";
-- none
DROP DOMAIN "public"."old__word";

-- down
-- none
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO "authenticated";
-- none
ALTER DOMAIN "public"."word" RENAME TO "old__word";
-- none
CREATE DOMAIN "public"."word" AS text;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "w" SET DATA TYPE "public"."word";
-- none
DROP DOMAIN "public"."old__word";
-- none
GRANT USAGE ON TYPE "public"."word" TO "authenticated";
