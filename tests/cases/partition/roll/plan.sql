-- up
-- access-exclusive, loses the table "public"."events_23" and its rows
DROP TABLE "public"."events_23";
-- access-exclusive
CREATE TABLE "public"."events_25" PARTITION OF "public"."events" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- down
-- access-exclusive, loses the table "public"."events_25" and its rows
DROP TABLE "public"."events_25";
-- access-exclusive
CREATE TABLE "public"."events_23" PARTITION OF "public"."events" FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
