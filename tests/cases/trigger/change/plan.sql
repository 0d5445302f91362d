-- up
-- access-exclusive
DROP TRIGGER "constrained" ON "public"."t";
-- access-exclusive
DROP TRIGGER "deferred" ON "public"."t";
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "args" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"('a', '');
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "called" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."went"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "columns" BEFORE UPDATE OF "a", "b" ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "condition" BEFORE INSERT ON "public"."t" FOR EACH ROW WHEN (((new.a > 1) OR (new.b IS NULL))) EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" DISABLE TRIGGER "enabled";
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "events" BEFORE INSERT OR DELETE OR UPDATE ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "level" AFTER INSERT ON "public"."t" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "tables" AFTER UPDATE ON "public"."t" REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "timing" AFTER INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE TRIGGER "constrained" AFTER INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE CONSTRAINT TRIGGER "deferred" AFTER INSERT ON "public"."t" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "public"."go"();

-- down
-- access-exclusive
DROP TRIGGER "constrained" ON "public"."t";
-- access-exclusive
DROP TRIGGER "deferred" ON "public"."t";
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "args" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"('a');
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "called" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "columns" BEFORE UPDATE OF "a" ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "condition" BEFORE INSERT ON "public"."t" FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" ENABLE TRIGGER "enabled";
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "events" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "level" AFTER INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "tables" AFTER UPDATE ON "public"."t" REFERENCING OLD TABLE AS "o" NEW TABLE AS "n" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "timing" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE CONSTRAINT TRIGGER "constrained" AFTER INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE CONSTRAINT TRIGGER "deferred" AFTER INSERT ON "public"."t" DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION "public"."go"();
