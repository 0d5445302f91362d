-- up
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."part";
-- access-exclusive
--   only if no rows of "public"."part" do not fit the partition FOR VALUES IN ('a', 'b') of "public"."u"
ALTER TABLE "public"."u" ATTACH PARTITION "public"."part" FOR VALUES IN ('a', 'b');

-- down
-- access-exclusive
ALTER TABLE "public"."u" DETACH PARTITION "public"."part";
-- access-exclusive
--   only if no rows of "public"."part" do not fit the partition FOR VALUES IN ('a') of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."part" FOR VALUES IN ('a');
