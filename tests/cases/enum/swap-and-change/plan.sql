-- up
-- none
ALTER TYPE "public"."a" RENAME TO "old__a";
-- none
CREATE TYPE "public"."a" AS ENUM('y', 'x');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT, ALTER COLUMN "v" SET DATA TYPE text;
-- none
DROP TYPE "public"."old__a";
-- none
ALTER TYPE "public"."b" RENAME TO "old__b";
-- none
CREATE TYPE "public"."b" AS ENUM('x', 'y');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "w" DROP DEFAULT, ALTER COLUMN "w" SET DATA TYPE text;
-- none
DROP TYPE "public"."old__b";
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no "public"."b"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE "public"."b" USING "v"::"public"."b", ALTER COLUMN "v" SET DEFAULT 'x'::public.b;
-- access-exclusive, rewrites
--   only if no values of "w" in "public"."t" are no "public"."a"
ALTER TABLE "public"."t" ALTER COLUMN "w" SET DATA TYPE "public"."a" USING "w"::"public"."a", ALTER COLUMN "w" SET DEFAULT 'y'::public.a;

-- down
-- none
ALTER TYPE "public"."a" RENAME TO "old__a";
-- none
CREATE TYPE "public"."a" AS ENUM('x', 'y');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "w" DROP DEFAULT, ALTER COLUMN "w" SET DATA TYPE text;
-- none
DROP TYPE "public"."old__a";
-- none
ALTER TYPE "public"."b" RENAME TO "old__b";
-- none
CREATE TYPE "public"."b" AS ENUM('y', 'x', 'z');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT, ALTER COLUMN "v" SET DATA TYPE text;
-- none
DROP TYPE "public"."old__b";
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no "public"."a"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE "public"."a" USING "v"::"public"."a", ALTER COLUMN "v" SET DEFAULT 'x'::public.a;
-- access-exclusive, rewrites
--   only if no values of "w" in "public"."t" are no "public"."b"
ALTER TABLE "public"."t" ALTER COLUMN "w" SET DATA TYPE "public"."b" USING "w"::"public"."b", ALTER COLUMN "w" SET DEFAULT 'y'::public.b;
