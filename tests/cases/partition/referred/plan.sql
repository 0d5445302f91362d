-- up
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_2";
-- access-exclusive, loses the table "public"."t_2" and its rows
DROP TABLE "public"."t_2";

-- down
-- access-exclusive
CREATE TABLE "public"."t_2" PARTITION OF "public"."t" FOR VALUES FROM (9) TO (20);
