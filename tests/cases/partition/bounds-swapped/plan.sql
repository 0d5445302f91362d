-- up
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_a";
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_b";
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_c";
-- access-exclusive
--   only if no rows of "public"."t_a" do not fit the partition DEFAULT of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_a" DEFAULT;
-- access-exclusive
--   only if no rows of "public"."t_b" do not fit the partition FOR VALUES IN ('b', 'c') of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_b" FOR VALUES IN ('b', 'c');
-- access-exclusive
--   only if no rows of "public"."t_c" do not fit the partition FOR VALUES IN ('a', 'x') of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_c" FOR VALUES IN ('a', 'x');

-- down
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_a";
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_b";
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_c";
-- access-exclusive
--   only if no rows of "public"."t_a" do not fit the partition FOR VALUES IN ('a', 'x') of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_a" FOR VALUES IN ('a', 'x');
-- access-exclusive
--   only if no rows of "public"."t_b" do not fit the partition FOR VALUES IN ('b') of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_b" FOR VALUES IN ('b');
-- access-exclusive
--   only if no rows of "public"."t_c" do not fit the partition DEFAULT of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_c" DEFAULT;
