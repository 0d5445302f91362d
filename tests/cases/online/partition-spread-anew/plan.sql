-- up
-- access-exclusive, loses the table "public"."t_1_rest" and its rows
DROP TABLE "public"."t_1_rest";
-- access-exclusive, loses the table "public"."t_1" and its rows
DROP TABLE "public"."t_1";
-- share-row-exclusive
--   only if no rows of "public"."t" refer by ("b") to rows that "public"."kinds" does not have
ALTER TABLE "public"."t_rest" ADD CONSTRAINT "t_b_fkey" FOREIGN KEY ("b") REFERENCES "public"."kinds"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t_rest" VALIDATE CONSTRAINT "t_b_fkey";
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "t_b_fkey" FOREIGN KEY ("b") REFERENCES "public"."kinds"("id") ON DELETE no action ON UPDATE no action;
-- share
CREATE INDEX "by_b" ON "public"."t" USING btree ("b");
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("a");
-- access-exclusive
--   only if no rows of "public"."t_rest" belong to the new partition FOR VALUES FROM (1) TO (9) of "public"."t"
CREATE TABLE "public"."t_1" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9) PARTITION BY RANGE (a);
-- access-exclusive
CREATE TABLE "public"."t_1_rest" PARTITION OF "public"."t_1" DEFAULT;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_b_fkey";
-- access-exclusive
DROP INDEX "public"."by_b";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- access-exclusive, loses the table "public"."t_1_rest" and its rows
DROP TABLE "public"."t_1_rest";
-- access-exclusive, loses the table "public"."t_1" and its rows
DROP TABLE "public"."t_1";
-- access-exclusive
--   only if no rows of "public"."t_rest" belong to the new partition FOR VALUES FROM (1) TO (9) of "public"."t"
CREATE TABLE "public"."t_1" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9) PARTITION BY LIST (b);
-- access-exclusive
CREATE TABLE "public"."t_1_rest" PARTITION OF "public"."t_1" DEFAULT;
