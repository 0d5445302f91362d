-- up
-- none
CREATE TABLE "public"."t" (
	"a" integer,
	"b" text
);
-- share-row-exclusive
CREATE TRIGGER "one" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
