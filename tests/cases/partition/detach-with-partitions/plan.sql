-- up
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_1";

-- down
-- access-exclusive
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_1" FOR VALUES FROM (1) TO (9);
