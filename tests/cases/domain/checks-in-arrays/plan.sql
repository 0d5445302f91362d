-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- none
ALTER DOMAIN "public"."code" RENAME TO "old__code";
-- none
CREATE DOMAIN "public"."code" AS text NOT NULL CONSTRAINT "c" CHECK ((VALUE <> ''::text));
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."code"[];
-- access-exclusive, rewrites
--   only if no rows of "public"."t" have no "b"
--   only if no values of "b" in "public"."t" break the check "c" of the domain "public"."code"
ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT, ALTER COLUMN "b" SET DATA TYPE "public"."code", ALTER COLUMN "b" SET DEFAULT 'b'::text;
-- none
DROP DOMAIN "public"."old__code";
-- access-share
CREATE VIEW "public"."v" AS SELECT a
   FROM public.t;

-- down
-- none
ALTER DOMAIN "public"."code" DROP CONSTRAINT "c";
-- none
ALTER DOMAIN "public"."code" DROP NOT NULL;
