-- up
-- access-exclusive, loses the table "public"."t_1" and its rows
DROP TABLE "public"."t_1";
-- none
CREATE TABLE "public"."t_1" (
	"a" bigint,
	"c" text
);
-- share
CREATE INDEX "mine" ON "public"."t_1" USING btree ("a");

-- down
-- access-exclusive, loses the table "public"."t_1" and its rows
DROP TABLE "public"."t_1";
-- access-exclusive
CREATE TABLE "public"."t_1" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9);
-- share
CREATE INDEX "mine" ON "public"."t_1" USING btree ("a");
