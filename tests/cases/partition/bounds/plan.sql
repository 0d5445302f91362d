-- up
-- access-exclusive
ALTER TABLE "public"."events" DETACH PARTITION "public"."events_x";
-- access-exclusive
ALTER TABLE "public"."events" DETACH PARTITION "public"."events_y";
-- access-exclusive
--   only if no rows of "public"."events_x" do not fit the partition FOR VALUES FROM ('2023-01-01') TO ('2024-07-01') of "public"."events"
ALTER TABLE "public"."events" ATTACH PARTITION "public"."events_x" FOR VALUES FROM ('2023-01-01') TO ('2024-07-01');
-- access-exclusive
--   only if no rows of "public"."events_y" do not fit the partition FOR VALUES FROM ('2024-07-01') TO (MAXVALUE) of "public"."events"
ALTER TABLE "public"."events" ATTACH PARTITION "public"."events_y" FOR VALUES FROM ('2024-07-01') TO (MAXVALUE);

-- down
-- access-exclusive
ALTER TABLE "public"."events" DETACH PARTITION "public"."events_x";
-- access-exclusive
ALTER TABLE "public"."events" DETACH PARTITION "public"."events_y";
-- access-exclusive
--   only if no rows of "public"."events_x" do not fit the partition FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') of "public"."events"
ALTER TABLE "public"."events" ATTACH PARTITION "public"."events_x" FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- access-exclusive
--   only if no rows of "public"."events_y" do not fit the partition FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') of "public"."events"
ALTER TABLE "public"."events" ATTACH PARTITION "public"."events_y" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
