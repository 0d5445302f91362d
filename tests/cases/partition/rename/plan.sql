-- up
-- access-exclusive
ALTER TABLE "public"."events" RENAME TO "facts";
-- access-exclusive
ALTER TABLE "public"."facts" RENAME COLUMN "at" TO "on";
-- access-exclusive
ALTER TABLE "public"."events_23" RENAME TO "facts_23";
-- access-exclusive
ALTER TABLE "public"."facts" RENAME CONSTRAINT "events_pkey" TO "facts_pkey";

-- down
-- access-exclusive
ALTER TABLE "public"."facts" RENAME TO "events";
-- access-exclusive
ALTER TABLE "public"."events" RENAME COLUMN "on" TO "at";
-- access-exclusive
ALTER TABLE "public"."facts_23" RENAME TO "events_23";
-- access-exclusive, loses the table "public"."events_23" and its rows
DROP TABLE "public"."events_23";
-- access-exclusive, loses the table "public"."events_24" and its rows
DROP TABLE "public"."events_24";
-- access-exclusive, loses the table "public"."events" and its rows
DROP TABLE "public"."events";
-- none
CREATE TABLE "public"."events" (
	"id" bigint NOT NULL,
	"at" date NOT NULL,
	"kind" text,
	CONSTRAINT "events_pkey" PRIMARY KEY("id", "at")
) PARTITION BY RANGE (at);
-- share
CREATE INDEX "events_kind" ON "public"."events" USING btree ("kind");
-- access-exclusive
CREATE TABLE "public"."events_23" PARTITION OF "public"."events" FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- access-exclusive
CREATE TABLE "public"."events_24" PARTITION OF "public"."events" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
