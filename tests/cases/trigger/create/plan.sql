-- up
-- none
CREATE FUNCTION "public"."go"()
RETURNS trigger
LANGUAGE plpgsql
AS $$BEGIN RETURN new; END$$;
-- share-row-exclusive
CREATE CONSTRAINT TRIGGER "five" AFTER INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE CONSTRAINT TRIGGER "four" AFTER INSERT ON "public"."t" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" DISABLE TRIGGER "four";
-- share-row-exclusive
CREATE TRIGGER "one" BEFORE INSERT OR UPDATE OF "b", "a" ON "public"."t" FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION "public"."go"('x', 'it''s');
-- share-row-exclusive
ALTER TABLE "public"."t" DISABLE TRIGGER "one";
-- share-row-exclusive
CREATE TRIGGER "three" AFTER DELETE OR TRUNCATE ON "public"."t" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" ENABLE REPLICA TRIGGER "three";
-- share-row-exclusive
CREATE TRIGGER "two" AFTER UPDATE ON "public"."t" REFERENCING OLD TABLE AS "before" NEW TABLE AS "Af ter" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" ENABLE ALWAYS TRIGGER "two";

-- down
-- access-exclusive
DROP TRIGGER "five" ON "public"."t";
-- access-exclusive
DROP TRIGGER "four" ON "public"."t";
-- access-exclusive
DROP TRIGGER "one" ON "public"."t";
-- access-exclusive
DROP TRIGGER "three" ON "public"."t";
-- access-exclusive
DROP TRIGGER "two" ON "public"."t";
-- none
DROP FUNCTION "public"."go"();
