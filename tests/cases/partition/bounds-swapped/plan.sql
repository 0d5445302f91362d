-- up
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_a";
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_b";
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_c";
-- access-exclusive
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_a" DEFAULT;
-- access-exclusive
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_b" FOR VALUES IN ('b', 'c');
-- access-exclusive
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_c" FOR VALUES IN ('a', 'x');

-- down
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_a";
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_b";
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_c";
-- access-exclusive
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_a" FOR VALUES IN ('a', 'x');
-- access-exclusive
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_b" FOR VALUES IN ('b');
-- access-exclusive
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_c" DEFAULT;
