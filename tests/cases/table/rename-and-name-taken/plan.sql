-- up
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- none
CREATE TABLE "public"."users" (
	"id" integer,
	"name" text
);

-- down
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "old__users";
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."old__users";
