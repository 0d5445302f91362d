-- up
-- none
CREATE TABLE "public"."facts" (
	"id" integer,
	"kind" text
) PARTITION BY LIST (kind);
-- share-row-exclusive
ALTER TABLE "public"."facts" ADD CONSTRAINT "facts_kind_fkey" FOREIGN KEY ("kind") REFERENCES "public"."kinds"("name") ON DELETE no action ON UPDATE no action;
-- access-exclusive
CREATE TABLE "public"."facts_a" PARTITION OF "public"."facts" FOR VALUES IN ('a');

-- down
-- access-exclusive, loses the table "public"."facts_a" and its rows
DROP TABLE "public"."facts_a";
-- access-exclusive, loses the table "public"."facts" and its rows
DROP TABLE "public"."facts";
