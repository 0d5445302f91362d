-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u1";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u2";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u1" UNIQUE("a") DEFERRABLE INITIALLY IMMEDIATE;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u3" UNIQUE("a") DEFERRABLE INITIALLY DEFERRED;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u1";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u3";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u1" UNIQUE("a");
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u2" UNIQUE("a") DEFERRABLE INITIALLY IMMEDIATE;
