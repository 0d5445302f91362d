-- up
-- none
CREATE TABLE "public"."events" (
	"id" bigint,
	"at" date NOT NULL,
	"kind" text
) PARTITION BY RANGE (at);
-- share
CREATE INDEX "events_kind" ON "public"."events" USING btree ("kind");
-- access-exclusive
CREATE TABLE "public"."events_23" PARTITION OF "public"."events" FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- access-exclusive
CREATE TABLE "public"."events_rest" PARTITION OF "public"."events" DEFAULT PARTITION BY LIST (kind);
-- access-exclusive
CREATE TABLE "public"."events_rest_a" PARTITION OF "public"."events_rest" FOR VALUES IN ('a', NULL) WITH (fillfactor=70);
-- access-exclusive
CREATE TABLE "public"."events_rest_b" PARTITION OF "public"."events_rest" DEFAULT PARTITION BY HASH (id);
-- access-exclusive
CREATE TABLE "public"."events_rest_b0" PARTITION OF "public"."events_rest_b" FOR VALUES WITH (modulus 2, remainder 0);
-- access-exclusive
CREATE TABLE "public"."events_rest_b1" PARTITION OF "public"."events_rest_b" FOR VALUES WITH (modulus 2, remainder 1);

-- down
-- access-exclusive, loses the table "public"."events_23" and its rows
DROP TABLE "public"."events_23";
-- access-exclusive, loses the table "public"."events_rest_a" and its rows
DROP TABLE "public"."events_rest_a";
-- access-exclusive, loses the table "public"."events_rest_b0" and its rows
DROP TABLE "public"."events_rest_b0";
-- access-exclusive, loses the table "public"."events_rest_b1" and its rows
DROP TABLE "public"."events_rest_b1";
-- access-exclusive, loses the table "public"."events_rest_b" and its rows
DROP TABLE "public"."events_rest_b";
-- access-exclusive, loses the table "public"."events_rest" and its rows
DROP TABLE "public"."events_rest";
-- access-exclusive, loses the table "public"."events" and its rows
DROP TABLE "public"."events";
