-- up
-- access-exclusive, loses the table "public"."t_a_a" and its rows
DROP TABLE "public"."t_a_a";
-- access-exclusive, loses the table "public"."t_a" and its rows
DROP TABLE "public"."t_a";
-- access-exclusive
CREATE TABLE "public"."t_a" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9) PARTITION BY HASH (b, a);
-- access-exclusive
CREATE TABLE "public"."t_a_a" PARTITION OF "public"."t_a" FOR VALUES WITH (modulus 1, remainder 0);

-- down
-- access-exclusive, loses the table "public"."t_a_a" and its rows
DROP TABLE "public"."t_a_a";
-- access-exclusive, loses the table "public"."t_a" and its rows
DROP TABLE "public"."t_a";
-- access-exclusive
CREATE TABLE "public"."t_a" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9) PARTITION BY LIST (b);
-- access-exclusive
CREATE TABLE "public"."t_a_a" PARTITION OF "public"."t_a" DEFAULT;
