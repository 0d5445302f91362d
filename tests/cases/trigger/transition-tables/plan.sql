-- up
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "tr" AFTER UPDATE ON "public"."t" REFERENCING NEW TABLE AS "come" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"();

-- down
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "tr" AFTER UPDATE ON "public"."t" REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "public"."go"();
