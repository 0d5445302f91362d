-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a", "b"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u" UNIQUE NULLS NOT DISTINCT("a", "b");

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a", "b"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u" UNIQUE("a", "b");
