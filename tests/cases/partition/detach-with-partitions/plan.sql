-- up
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_1";

-- down
-- access-exclusive
--   only if no rows of "public"."t_1" do not fit the partition FOR VALUES FROM (1) TO (9) of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_1" FOR VALUES FROM (1) TO (9);
