-- up
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "old__people";
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive, loses the table "public"."people" and its rows
DROP TABLE "public"."old__people";

-- down
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- none
CREATE TABLE "public"."people" (
	"id" integer,
	"age" integer
);
