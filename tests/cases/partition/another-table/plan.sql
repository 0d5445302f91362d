-- up
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."part";
-- access-exclusive
ALTER TABLE "public"."u" ATTACH PARTITION "public"."part" FOR VALUES IN ('a', 'b');

-- down
-- access-exclusive
ALTER TABLE "public"."u" DETACH PARTITION "public"."part";
-- access-exclusive
ALTER TABLE "public"."t" ATTACH PARTITION "public"."part" FOR VALUES IN ('a');
