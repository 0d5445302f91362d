-- up
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- none
ALTER TYPE "public"."address" RENAME TO "old__address";
-- none
ALTER TYPE "public"."pair" RENAME TO "old__pair";
-- none
ALTER DOMAIN "public"."home" RENAME TO "old__home";
-- none
CREATE TYPE "public"."address" AS ("street" character varying(80), "zip" bigint);
-- none
CREATE TYPE "public"."pair" AS ("a" "public"."address", "b" "public"."address"[], "n" integer);
-- none
CREATE DOMAIN "public"."home" AS "public"."address";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."address" USING CASE WHEN "a" IS DISTINCT FROM NULL THEN ROW(("a")."street", ("a")."zip")::"public"."address" END, ALTER COLUMN "a" SET DEFAULT ROW('s'::character varying(80), (1)::bigint)::public.address;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."address"[] USING "b"::text[]::"public"."address"[];
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."home" USING CASE WHEN "c" IS DISTINCT FROM NULL THEN ROW(("c")."street", ("c")."zip")::"public"."address"::"public"."home" END;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "d" SET DATA TYPE "public"."pair" USING CASE WHEN "d" IS DISTINCT FROM NULL THEN ROW(CASE WHEN ("d")."a" IS DISTINCT FROM NULL THEN ROW((("d")."a")."street", (("d")."a")."zip")::"public"."address" END, ("d")."b"::text[]::"public"."address"[], ("d")."n")::"public"."pair" END;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "e" SET DATA TYPE "public"."pair"[] USING "e"::text[]::"public"."pair"[];
-- none
DROP DOMAIN "public"."old__home";
-- none
DROP TYPE "public"."old__pair";
-- none
DROP TYPE "public"."old__address";
-- none
COMMENT ON TYPE "public"."address" IS 'a';
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING (((a).zip > 0));

-- down
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- none
ALTER TYPE "public"."address" RENAME TO "old__address";
-- none
ALTER TYPE "public"."pair" RENAME TO "old__pair";
-- none
ALTER DOMAIN "public"."home" RENAME TO "old__home";
-- none
CREATE TYPE "public"."address" AS ("street" text, "zip" integer);
-- none
CREATE TYPE "public"."pair" AS ("a" "public"."address", "b" "public"."address"[], "n" integer);
-- none
CREATE DOMAIN "public"."home" AS "public"."address";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."address" USING CASE WHEN "a" IS DISTINCT FROM NULL THEN ROW(("a")."street", ("a")."zip")::"public"."address" END, ALTER COLUMN "a" SET DEFAULT ROW('s'::text, 1)::public.address;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."address"[] USING "b"::text[]::"public"."address"[];
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."home" USING CASE WHEN "c" IS DISTINCT FROM NULL THEN ROW(("c")."street", ("c")."zip")::"public"."address"::"public"."home" END;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "d" SET DATA TYPE "public"."pair" USING CASE WHEN "d" IS DISTINCT FROM NULL THEN ROW(CASE WHEN ("d")."a" IS DISTINCT FROM NULL THEN ROW((("d")."a")."street", (("d")."a")."zip")::"public"."address" END, ("d")."b"::text[]::"public"."address"[], ("d")."n")::"public"."pair" END;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "e" SET DATA TYPE "public"."pair"[] USING "e"::text[]::"public"."pair"[];
-- none
DROP DOMAIN "public"."old__home";
-- none
DROP TYPE "public"."old__pair";
-- none
DROP TYPE "public"."old__address";
-- none
COMMENT ON TYPE "public"."address" IS 'a';
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING (((a).zip > 0));
