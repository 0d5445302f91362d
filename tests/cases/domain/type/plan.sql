-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "k";
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- none
ALTER DOMAIN "public"."code" RENAME TO "old__code";
-- none
CREATE DOMAIN "public"."code" AS character varying(20) DEFAULT 'a'::character varying CONSTRAINT "c" CHECK (((VALUE)::text <> ''::text)) CONSTRAINT "d" CHECK (((VALUE)::text <> 'z'::text));
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" break the check "d" of the domain "public"."code"
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."code", ALTER COLUMN "a" SET DEFAULT 'b'::character varying;
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" break the check "d" of the domain "public"."code"
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."code";
-- none
DROP DOMAIN "public"."old__code";
-- access-exclusive
--   only if no rows of "public"."t" break the check "k"
ALTER TABLE "public"."t" ADD CONSTRAINT "k" CHECK (((b)::text <> 'y'::text));
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING (((a)::text = 'x'::text));

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "k";
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- none
ALTER DOMAIN "public"."code" RENAME TO "old__code";
-- none
CREATE DOMAIN "public"."code" AS character varying(10) DEFAULT 'a'::character varying CONSTRAINT "c" CHECK (((VALUE)::text <> ''::text));
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no character varying(10)
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."code", ALTER COLUMN "a" SET DEFAULT 'b'::character varying;
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no character varying(10)
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."code";
-- none
DROP DOMAIN "public"."old__code";
-- access-exclusive
--   only if no rows of "public"."t" break the check "k"
ALTER TABLE "public"."t" ADD CONSTRAINT "k" CHECK (((b)::text <> 'y'::text));
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING (((a)::text = 'x'::text));
