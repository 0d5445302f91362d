-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_up_fkey";
-- access-exclusive, loses the table "public"."t_1" and its rows
DROP TABLE "public"."t_1";
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";

-- down
-- none
CREATE TABLE "public"."t" (
	"id" integer PRIMARY KEY NOT NULL,
	"up" integer
) PARTITION BY LIST (id);
-- share-row-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "t_up_fkey" FOREIGN KEY ("up") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action;
-- access-exclusive
CREATE TABLE "public"."t_1" PARTITION OF "public"."t" FOR VALUES IN (1);
