-- up
-- access-exclusive, loses the table "public"."t_1" and its rows
DROP TABLE "public"."t_1";
-- access-exclusive, loses the table "public"."u_1" and its rows
DROP TABLE "public"."u_1";
-- access-exclusive, loses the table "public"."u" and its rows
DROP TABLE "public"."u";

-- down
-- access-exclusive
--   only if no rows of "public"."t_rest" belong to the new partition FOR VALUES FROM (1) TO (9) of "public"."t"
CREATE TABLE "public"."t_1" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9);
-- none
CREATE TABLE "public"."u" (
	"a" integer
) PARTITION BY RANGE (a);
-- access-exclusive
CREATE TABLE "public"."u_1" PARTITION OF "public"."u" FOR VALUES FROM (1) TO (9);
