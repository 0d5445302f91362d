-- up
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_1";
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";

-- down
-- none
CREATE TABLE "public"."t" (
	"a" integer
) PARTITION BY RANGE (a);
-- access-exclusive
--   only if no rows of "public"."t_1" do not fit the partition FOR VALUES FROM (1) TO (9) of "public"."t"
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_1" FOR VALUES FROM (1) TO (9);
