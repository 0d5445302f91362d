-- up
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
ALTER DOMAIN "public"."feeling" RENAME TO "old__feeling";
-- none
ALTER DOMAIN "public"."st.ate" RENAME TO "old__st.ate";
-- none
CREATE TYPE "public"."mood" AS ENUM('happy', 'sad', 'ok', 'new');
-- none
CREATE DOMAIN "public"."feeling" AS "public"."mood" DEFAULT 'ok'::public.mood CONSTRAINT "c" CHECK ((VALUE <> 'sad'::public.mood));
-- none
CREATE DOMAIN "public"."st.ate" AS "public"."feeling" DEFAULT 'ok'::public.mood;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."feeling" USING "a"::text::"public"."feeling", ALTER COLUMN "a" SET DEFAULT 'happy'::public.mood;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."st.ate" USING "b"::text::"public"."st.ate";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."mood"[] USING "c"::text[]::"public"."mood"[];
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "d" SET DATA TYPE "public"."feeling"[] USING "d"::text[]::"public"."feeling"[];
-- none
DROP DOMAIN "public"."old__st.ate";
-- none
DROP DOMAIN "public"."old__feeling";
-- none
DROP TYPE "public"."old__mood";
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING (((b)::text <> 'happy'::text));

-- down
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
ALTER DOMAIN "public"."feeling" RENAME TO "old__feeling";
-- none
ALTER DOMAIN "public"."st.ate" RENAME TO "old__st.ate";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'ok', 'happy');
-- none
CREATE DOMAIN "public"."feeling" AS "public"."mood" DEFAULT 'ok'::public.mood CONSTRAINT "c" CHECK ((VALUE <> 'sad'::public.mood));
-- none
CREATE DOMAIN "public"."st.ate" AS "public"."feeling" DEFAULT 'ok'::public.mood;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE "public"."feeling" USING "a"::text::"public"."feeling", ALTER COLUMN "a" SET DEFAULT 'happy'::public.mood;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."st.ate" USING "b"::text::"public"."st.ate";
-- access-exclusive, rewrites
--   only if no rows of "public"."t" use 'new' in "c", which the enum "mood" no longer has
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."mood"[] USING "c"::text[]::"public"."mood"[];
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "d" SET DATA TYPE "public"."feeling"[] USING "d"::text[]::"public"."feeling"[];
-- none
DROP DOMAIN "public"."old__st.ate";
-- none
DROP DOMAIN "public"."old__feeling";
-- none
DROP TYPE "public"."old__mood";
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING (((b)::text <> 'happy'::text));
