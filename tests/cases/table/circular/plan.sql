-- up
-- none
CREATE TABLE "public"."a" (
	"id" integer PRIMARY KEY NOT NULL,
	"b" integer
);
-- none
CREATE TABLE "public"."b" (
	"id" integer PRIMARY KEY NOT NULL,
	"a" integer
);
-- share-row-exclusive
ALTER TABLE "public"."a" ADD CONSTRAINT "a_b_fk" FOREIGN KEY ("b") REFERENCES "public"."b"("id") ON DELETE no action ON UPDATE no action;
-- share-row-exclusive
ALTER TABLE "public"."b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE no action ON UPDATE no action;

-- down
-- access-exclusive
ALTER TABLE "public"."a" DROP CONSTRAINT "a_b_fk";
-- access-exclusive
ALTER TABLE "public"."b" DROP CONSTRAINT "b_a_fkey";
-- access-exclusive, loses the table "public"."a" and its rows
DROP TABLE "public"."a";
-- access-exclusive, loses the table "public"."b" and its rows
DROP TABLE "public"."b";
