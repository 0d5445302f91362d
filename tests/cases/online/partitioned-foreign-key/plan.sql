-- up
-- share-row-exclusive
--   only if no rows of "public"."t" refer by ("b") to rows that "public"."k" does not have
ALTER TABLE "public"."t_1" ADD CONSTRAINT "of_kind" FOREIGN KEY ("b") REFERENCES "public"."k"("name") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE NOT VALID;
-- share-row-exclusive
ALTER TABLE "public"."t_2_9" ADD CONSTRAINT "of_kind" FOREIGN KEY ("b") REFERENCES "public"."k"("name") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t_1" VALIDATE CONSTRAINT "of_kind";
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t_2_9" VALIDATE CONSTRAINT "of_kind";
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "of_kind" FOREIGN KEY ("b") REFERENCES "public"."k"("name") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
-- share-row-exclusive
--   only if no rows of "public"."t" refer by ("c") to rows that "public"."t" does not have
ALTER TABLE "public"."t_1" ADD CONSTRAINT "up" FOREIGN KEY ("c") REFERENCES "public"."t"("a") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-row-exclusive
ALTER TABLE "public"."t_2_9" ADD CONSTRAINT "up" FOREIGN KEY ("c") REFERENCES "public"."t"("a") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t_1" VALIDATE CONSTRAINT "up";
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t_2_9" VALIDATE CONSTRAINT "up";
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "up" FOREIGN KEY ("c") REFERENCES "public"."t"("a") ON DELETE no action ON UPDATE no action;
-- share-row-exclusive
--   only if no rows of "public"."u" refer by ("a") to rows that "public"."t" does not have
ALTER TABLE "public"."u_1" ADD CONSTRAINT "of_t" FOREIGN KEY ("a") REFERENCES "public"."t"("a") ON DELETE cascade ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."u_1" VALIDATE CONSTRAINT "of_t";
-- access-exclusive
ALTER TABLE "public"."u" ADD CONSTRAINT "of_t" FOREIGN KEY ("a") REFERENCES "public"."t"("a") ON DELETE cascade ON UPDATE no action;
-- access-exclusive
CREATE TABLE "public"."u_2" PARTITION OF "public"."u" FOR VALUES FROM (9) TO (19);

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "of_kind";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "up";
-- access-exclusive
ALTER TABLE "public"."u" DROP CONSTRAINT "of_t";
-- access-exclusive, outside a transaction
ALTER TABLE "public"."u" DETACH PARTITION "public"."u_2" CONCURRENTLY;
-- access-exclusive, loses the table "public"."u_2" and its rows
DROP TABLE "public"."u_2";
