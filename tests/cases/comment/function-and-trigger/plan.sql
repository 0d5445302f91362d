-- up
-- access-exclusive
ALTER TRIGGER "on t" ON "public"."t" RENAME TO "of t";
-- none
COMMENT ON ROUTINE "public"."touch"() IS NULL;
-- none
DROP FUNCTION "public"."twice"(integer);
-- access-share
COMMENT ON TRIGGER "of t" ON "public"."t" IS 'it''s new';
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "again" BEFORE INSERT OR UPDATE ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."touch"();
-- none
COMMENT ON ROUTINE "public"."reset"() IS 'begins again';
-- none
CREATE FUNCTION "public"."twice"("n" integer)
RETURNS bigint
LANGUAGE sql
AS $$select 2 * n$$;
-- none
COMMENT ON ROUTINE "public"."twice"(integer) IS 'doubles';

-- down
-- access-exclusive
ALTER TRIGGER "of t" ON "public"."t" RENAME TO "on t";
-- none
COMMENT ON ROUTINE "public"."reset"() IS NULL;
-- none
DROP FUNCTION "public"."twice"(integer);
-- access-share
COMMENT ON TRIGGER "on t" ON "public"."t" IS 'it''s old';
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "again" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."touch"();
-- none
COMMENT ON ROUTINE "public"."touch"() IS 'sets the time';
-- none
CREATE FUNCTION "public"."twice"("n" integer)
RETURNS integer
LANGUAGE sql
AS $$select 2 * n$$;
-- none
COMMENT ON ROUTINE "public"."twice"(integer) IS 'doubles';
