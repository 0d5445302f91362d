-- up
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "old__people";
-- access-exclusive
ALTER VIEW "public"."called" RENAME TO "people";
-- access-exclusive, loses the table "public"."people" and its rows
DROP TABLE "public"."old__people";

-- down
-- access-exclusive
ALTER VIEW "public"."people" RENAME TO "called";
-- none
CREATE TABLE "public"."people" (
	"id" integer
);
