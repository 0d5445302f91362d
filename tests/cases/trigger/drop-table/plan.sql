-- up
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
DROP FUNCTION "public"."go"();
-- none
CREATE TABLE "public"."u" (
	"b" text,
	"c" text
);

-- down
-- access-exclusive, loses the table "public"."u" and its rows
DROP TABLE "public"."u";
-- none
CREATE FUNCTION "public"."go"()
RETURNS trigger
LANGUAGE plpgsql
AS $$BEGIN RETURN new; END$$;
-- none
CREATE TABLE "public"."t" (
	"a" integer
);
-- share-row-exclusive
CREATE TRIGGER "tr" BEFORE UPDATE ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
