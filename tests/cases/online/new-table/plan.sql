-- up
-- none
CREATE TABLE "public"."children" (
	"parent" integer,
	"name" text,
	CONSTRAINT "children_name_key" UNIQUE("name"),
	CONSTRAINT "children_parent_check" CHECK ((parent > 0))
);
-- share
CREATE INDEX "by_parent" ON "public"."children" USING btree ("parent");
-- none
CREATE TABLE "public"."parents" (
	"id" integer PRIMARY KEY NOT NULL
);
-- share-row-exclusive
ALTER TABLE "public"."children" ADD CONSTRAINT "children_parent_fkey" FOREIGN KEY ("parent") REFERENCES "public"."parents"("id") ON DELETE no action ON UPDATE no action;

-- down
-- access-exclusive
ALTER TABLE "public"."children" DROP CONSTRAINT "children_parent_fkey";
-- access-exclusive, loses the table "public"."children" and its rows
DROP TABLE "public"."children";
-- access-exclusive, loses the table "public"."parents" and its rows
DROP TABLE "public"."parents";
