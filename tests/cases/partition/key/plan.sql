-- up
-- access-exclusive, loses the table "public"."t_a" and its rows
DROP TABLE "public"."t_a";
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE TABLE "public"."t" (
	"a" integer,
	"b" text
) PARTITION BY LIST (lower(b));
-- access-exclusive
CREATE TABLE "public"."t_a" PARTITION OF "public"."t" FOR VALUES IN ('a');
-- share-update-exclusive
COMMENT ON TABLE "public"."t_a" IS 'x';
-- share
CREATE INDEX "t_a_b_idx" ON "public"."t_a" USING btree ("b");

-- down
-- access-exclusive, loses the table "public"."t_a" and its rows
DROP TABLE "public"."t_a";
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE TABLE "public"."t" (
	"a" integer,
	"b" text
) PARTITION BY RANGE (a);
-- access-exclusive
CREATE TABLE "public"."t_a" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9);
-- share-update-exclusive
COMMENT ON TABLE "public"."t_a" IS 'x';
-- share
CREATE INDEX "t_a_b_idx" ON "public"."t_a" USING btree ("b");
