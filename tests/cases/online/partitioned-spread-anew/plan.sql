-- up
-- access-exclusive, loses the table "public"."t_rest" and its rows
DROP TABLE "public"."t_rest";
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE TABLE "public"."t" (
	"a" integer PRIMARY KEY NOT NULL,
	"b" integer
) PARTITION BY RANGE (a);
-- share-row-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "t_b_fkey" FOREIGN KEY ("b") REFERENCES "public"."kinds"("id") ON DELETE no action ON UPDATE no action;
-- share
CREATE INDEX "by_b" ON "public"."t" USING btree ("b");
-- access-exclusive
CREATE TABLE "public"."t_rest" PARTITION OF "public"."t" DEFAULT;

-- down
-- access-exclusive, loses the table "public"."t_rest" and its rows
DROP TABLE "public"."t_rest";
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE TABLE "public"."t" (
	"a" integer NOT NULL,
	"b" integer
) PARTITION BY LIST (a);
-- access-exclusive
CREATE TABLE "public"."t_rest" PARTITION OF "public"."t" DEFAULT;
