-- up
-- access-exclusive
ALTER TABLE "public"."u" DROP CONSTRAINT "u_id_at_fkey";
-- access-exclusive, loses the table "public"."events_23" and its rows
DROP TABLE "public"."events_23";
-- access-exclusive, loses the table "public"."events_24" and its rows
DROP TABLE "public"."events_24";
-- access-exclusive, loses the table "public"."events" and its rows
DROP TABLE "public"."events";

-- down
-- none
CREATE TABLE "public"."events" (
	"id" bigint NOT NULL,
	"at" date NOT NULL,
	"kind" text,
	CONSTRAINT "events_pkey" PRIMARY KEY("id", "at")
) PARTITION BY RANGE (at);
-- share-row-exclusive
ALTER TABLE "public"."u" ADD CONSTRAINT "u_id_at_fkey" FOREIGN KEY ("id", "at") REFERENCES "public"."events"("id", "at") ON DELETE no action ON UPDATE no action;
-- share
CREATE INDEX "events_kind" ON "public"."events" USING btree ("kind");
-- access-exclusive
CREATE TABLE "public"."events_23" PARTITION OF "public"."events" FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- access-exclusive
CREATE TABLE "public"."events_24" PARTITION OF "public"."events" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
