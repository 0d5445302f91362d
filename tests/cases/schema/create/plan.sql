-- up
-- none
CREATE SCHEMA "billing";
-- none
CREATE TABLE "billing"."invoice" (
	"id" integer PRIMARY KEY NOT NULL
);

-- down
-- access-exclusive, loses the table "billing"."invoice" and its rows
DROP TABLE "billing"."invoice";
-- none
DROP SCHEMA "billing";
