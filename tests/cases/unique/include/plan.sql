-- up
-- access-exclusive
ALTER TABLE "public"."o" DROP CONSTRAINT "o_a_fkey";
-- access-exclusive
ALTER TABLE "public"."o" DROP CONSTRAINT "o_b_fkey";
-- access-exclusive, loses the column "public"."o"."b" and its values
ALTER TABLE "public"."o" DROP COLUMN "b";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u1";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u2";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u1" UNIQUE("a") INCLUDE ("b", "c""d");
-- share-row-exclusive
ALTER TABLE "public"."o" ADD CONSTRAINT "o_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."t"("a") ON DELETE no action ON UPDATE no action;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("b"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u2" UNIQUE("b") INCLUDE ("a") DEFERRABLE INITIALLY IMMEDIATE;

-- down
-- access-exclusive
ALTER TABLE "public"."o" DROP CONSTRAINT "o_a_fkey";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u1";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u2";
-- access-exclusive
ALTER TABLE "public"."o" ADD COLUMN "b" text;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u1" UNIQUE("a") INCLUDE ("b");
-- share-row-exclusive
ALTER TABLE "public"."o" ADD CONSTRAINT "o_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."t"("a") ON DELETE no action ON UPDATE no action;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("b"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u2" UNIQUE("b");
-- share-row-exclusive
ALTER TABLE "public"."o" ADD CONSTRAINT "o_b_fkey" FOREIGN KEY ("b") REFERENCES "public"."t"("b") ON DELETE no action ON UPDATE no action;
