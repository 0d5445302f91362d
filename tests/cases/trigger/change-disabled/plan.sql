-- up
-- access-exclusive
DROP TRIGGER "four" ON "public"."t";
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "one" AFTER INSERT ON "public"."t" REFERENCING NEW TABLE AS "n" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" DISABLE TRIGGER "one";
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "three" AFTER UPDATE ON "public"."t" REFERENCING OLD TABLE AS "old_rows" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"('2');
-- none
CREATE FUNCTION "public"."came"()
RETURNS trigger
LANGUAGE plpgsql
AS $$BEGIN RETURN new; END$$;
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "two" BEFORE INSERT OR UPDATE ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."came"();
-- share-row-exclusive
ALTER TABLE "public"."t" ENABLE REPLICA TRIGGER "two";
-- share-row-exclusive
CREATE CONSTRAINT TRIGGER "four" AFTER INSERT ON "public"."t" DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION "public"."go"();

-- down
-- access-exclusive
DROP TRIGGER "four" ON "public"."t";
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "one" AFTER INSERT ON "public"."t" REFERENCING NEW TABLE AS "n" FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" DISABLE TRIGGER "one";
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "three" AFTER UPDATE ON "public"."t" REFERENCING OLD TABLE AS "o" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"('1');
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "two" AFTER UPDATE OF "a" ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" ENABLE ALWAYS TRIGGER "two";
-- none
DROP FUNCTION "public"."came"();
-- share-row-exclusive
CREATE CONSTRAINT TRIGGER "four" AFTER INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
