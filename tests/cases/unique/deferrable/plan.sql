-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u 1";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u2";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u 1" UNIQUE("a") DEFERRABLE INITIALLY DEFERRED;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("b"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u2" UNIQUE("b");

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u 1";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u2";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u 1" UNIQUE("a");
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("b"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u2" UNIQUE("b") DEFERRABLE INITIALLY IMMEDIATE;
