-- up
-- none
ALTER TYPE "public"."a" RENAME TO "old__a";
-- none
CREATE TYPE "public"."a" AS ENUM('x');
-- access-exclusive, rewrites
--   only if no rows of "public"."t" use 'y' in "w", which the enum "a" no longer has
ALTER TABLE "public"."t" ALTER COLUMN "w" SET DATA TYPE "public"."a" USING "w"::text::"public"."a";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT, ALTER COLUMN "v" SET DATA TYPE text;
-- none
DROP TYPE "public"."old__a";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DEFAULT 'x'::text;

-- down
-- none
ALTER TYPE "public"."a" ADD VALUE 'y';
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no "public"."a"
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT, ALTER COLUMN "v" SET DATA TYPE "public"."a" USING "v"::"public"."a", ALTER COLUMN "v" SET DEFAULT 'x'::public.a;
