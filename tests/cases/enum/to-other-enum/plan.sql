-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no "public"."b"
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT, ALTER COLUMN "v" SET DATA TYPE "public"."b" USING "v"::text::"public"."b", ALTER COLUMN "v" SET DEFAULT 'x'::public.b;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no "public"."a"
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT, ALTER COLUMN "v" SET DATA TYPE "public"."a" USING "v"::text::"public"."a", ALTER COLUMN "v" SET DEFAULT 'x'::public.a;
