-- up
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_a";
-- access-exclusive
--   only if no rows of "public"."t_a" do not fit the partition FOR VALUES IN ('a', 'c') of "public"."t"
--   only if no rows of "public"."t_rest" belong to the new partition FOR VALUES IN ('a', 'c') of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_a" FOR VALUES IN ('a', 'c');
-- access-exclusive
--   only if no rows of "public"."t_rest" belong to the new partition FOR VALUES IN ('b') of "public"."t"
CREATE TABLE "public"."t_b" PARTITION OF "public"."t" FOR VALUES IN ('b');

-- down
-- access-exclusive, loses the table "public"."t_b" and its rows
DROP TABLE "public"."t_b";
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_a";
-- access-exclusive
--   only if no rows of "public"."t_a" do not fit the partition FOR VALUES IN ('a') of "public"."t"
--   only if no rows of "public"."t_rest" belong to the new partition FOR VALUES IN ('a') of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_a" FOR VALUES IN ('a');
