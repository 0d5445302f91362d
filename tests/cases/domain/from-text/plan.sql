-- up
-- access-exclusive
DROP POLICY "p" ON "public"."users";
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."users" break the check "c" of the domain "public"."email"
ALTER TABLE "public"."users" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."email", ALTER COLUMN "a" SET DEFAULT 'x@y'::text;
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."users" break the check "c" of the domain "public"."email"
ALTER TABLE "public"."users" ALTER COLUMN "b" SET DATA TYPE "public"."email";
-- access-exclusive, rewrites
ALTER TABLE "public"."users" ALTER COLUMN "c" SET DATA TYPE "public"."email"[];
-- none
CREATE DOMAIN "public"."plain" AS text;
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "e" SET DATA TYPE "public"."plain";
-- none
CREATE DOMAIN "public"."positive" AS integer NOT NULL CONSTRAINT "p" CHECK ((VALUE > 0));
-- access-exclusive, rewrites
--   only if no rows of "public"."users" have no "d"
--   only if no values of "d" in "public"."users" break the check "p" of the domain "public"."positive"
ALTER TABLE "public"."users" ALTER COLUMN "d" SET DATA TYPE "public"."positive";
-- access-exclusive
CREATE POLICY "p" ON "public"."users" AS PERMISSIVE FOR ALL TO PUBLIC USING (((a)::text <> 'z'::text));

-- down
-- access-exclusive
DROP POLICY "p" ON "public"."users";
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE text, ALTER COLUMN "a" SET DEFAULT 'x@y'::text;
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."users" are no character varying(30)
ALTER TABLE "public"."users" ALTER COLUMN "b" SET DATA TYPE character varying(30);
-- access-exclusive, rewrites
ALTER TABLE "public"."users" ALTER COLUMN "c" SET DATA TYPE text[];
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "d" SET DATA TYPE integer;
-- none
DROP DOMAIN "public"."positive";
-- access-exclusive, rewrites
--   only if no values of "e" in "public"."users" break the check "c" of the domain "public"."email"
ALTER TABLE "public"."users" ALTER COLUMN "e" SET DATA TYPE "public"."email";
-- none
DROP DOMAIN "public"."plain";
-- access-exclusive
CREATE POLICY "p" ON "public"."users" AS PERMISSIVE FOR ALL TO PUBLIC USING ((a <> 'z'::text));
