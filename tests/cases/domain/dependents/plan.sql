-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "k";
-- none
DROP FUNCTION "public"."f"("public"."code");
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."u";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- none
ALTER DOMAIN "public"."code" RENAME TO "old__code";
-- none
CREATE DOMAIN "public"."code" AS character varying(20) CONSTRAINT "c" CHECK (((VALUE)::text <> ''::text));
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no character varying(20)
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."code";
-- none
DROP DOMAIN "public"."old__code";
-- access-exclusive
--   only if no rows of "public"."t" break the check "k"
ALTER TABLE "public"."t" ADD CONSTRAINT "k" CHECK ((((b)::public.code)::text <> 'y'::text));
-- none
COMMENT ON DOMAIN "public"."code" IS 'it''s';
-- none
CREATE FUNCTION "public"."f"("x" "public"."code")
RETURNS "public"."code"[]
LANGUAGE sql
AS $$SELECT ARRAY[x]$$;
-- none
GRANT USAGE ON TYPE "public"."code" TO "authenticated";
-- none
REVOKE USAGE ON TYPE "public"."code" FROM PUBLIC;
-- share
CREATE INDEX "i" ON "public"."t" USING btree (((b)::public.code));
-- share
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
CREATE UNIQUE INDEX "u" ON "public"."t" USING btree ("a") WHERE ((a)::text <> 'z'::text);
-- access-share
CREATE VIEW "public"."v" AS SELECT a,
    (b)::public.code AS c
   FROM public.t;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "k";
-- none
DROP FUNCTION "public"."f"("public"."code");
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."u";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- none
ALTER DOMAIN "public"."code" RENAME TO "old__code";
-- none
CREATE DOMAIN "public"."code" AS text CONSTRAINT "c" CHECK ((VALUE <> ''::text));
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" break the check "c" of the domain "public"."code"
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."code";
-- none
DROP DOMAIN "public"."old__code";
-- access-exclusive
--   only if no rows of "public"."t" break the check "k"
ALTER TABLE "public"."t" ADD CONSTRAINT "k" CHECK ((((b)::public.code)::text <> 'y'::text));
-- none
COMMENT ON DOMAIN "public"."code" IS 'it''s';
-- none
CREATE FUNCTION "public"."f"("x" "public"."code")
RETURNS "public"."code"[]
LANGUAGE sql
AS $$SELECT ARRAY[x]$$;
-- none
GRANT USAGE ON TYPE "public"."code" TO "authenticated";
-- none
REVOKE USAGE ON TYPE "public"."code" FROM PUBLIC;
-- share
CREATE INDEX "i" ON "public"."t" USING btree (((b)::public.code));
-- share
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
CREATE UNIQUE INDEX "u" ON "public"."t" USING btree ("a") WHERE ((a)::text <> 'z'::text);
-- access-share
CREATE VIEW "public"."v" AS SELECT a,
    (b)::public.code AS c
   FROM public.t;
