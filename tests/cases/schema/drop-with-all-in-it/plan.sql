-- up
-- access-exclusive, loses the sequence "old"."numbers" and the number it stands at
DROP SEQUENCE "old"."numbers";
-- access-exclusive, loses the table "old"."a" and its rows
DROP TABLE "old"."a";
-- none
DROP TYPE "old"."letter";
-- none
DROP SCHEMA "old";

-- down
-- none
CREATE SCHEMA "old";
-- none
CREATE TYPE "old"."letter" AS ENUM('x', 'y');
-- none
CREATE SEQUENCE "old"."numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
-- none
CREATE TABLE "old"."a" (
	"id" integer PRIMARY KEY NOT NULL,
	"letter" "old"."letter"
);
-- share-row-exclusive
ALTER TABLE "old"."a" ADD CONSTRAINT "a_id_kept_id_fk" FOREIGN KEY ("id") REFERENCES "public"."kept"("id") ON DELETE no action ON UPDATE no action;
