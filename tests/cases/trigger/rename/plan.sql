-- up
-- none
ALTER FUNCTION "public"."go"() RENAME TO "gone";
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive
ALTER TABLE "public"."people" RENAME COLUMN "name" TO "full Name";
-- access-exclusive
ALTER TRIGGER "users_touch" ON "public"."people" RENAME TO "people_touch";

-- down
-- none
ALTER FUNCTION "public"."gone"() RENAME TO "go";
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive
ALTER TABLE "public"."users" RENAME COLUMN "full Name" TO "name";
-- access-exclusive
DROP TRIGGER "people_touch" ON "public"."users";
-- share-row-exclusive
CREATE TRIGGER "users_touch" BEFORE UPDATE OF "name" ON "public"."users" FOR EACH ROW WHEN ((old.name <> new.name)) EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."users" DISABLE TRIGGER "users_touch";
