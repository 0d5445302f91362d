-- up
-- access-exclusive, outside a transaction
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_1" CONCURRENTLY;
-- access-exclusive, loses the table "public"."t_1" and its rows
DROP TABLE "public"."t_1";
-- access-exclusive, outside a transaction
ALTER TABLE "public"."t_2" DETACH PARTITION "public"."t_2_10" CONCURRENTLY;
-- access-exclusive, loses the table "public"."t_2_10" and its rows
DROP TABLE "public"."t_2_10";
-- access-exclusive
CREATE TABLE "public"."t_3" PARTITION OF "public"."t" FOR VALUES FROM (19) TO (29);

-- down
-- access-exclusive, outside a transaction
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_3" CONCURRENTLY;
-- access-exclusive, loses the table "public"."t_3" and its rows
DROP TABLE "public"."t_3";
-- access-exclusive
CREATE TABLE "public"."t_1" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9);
-- access-exclusive
CREATE TABLE "public"."t_2_10" PARTITION OF "public"."t_2" FOR VALUES IN (10);
