-- up
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_a_unique" UNIQUE("a");

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT IF EXISTS "t_a_unique";
