-- up
-- access-exclusive
ALTER TABLE "public"."tasks" DROP CONSTRAINT "tasks_place_unique";
-- access-exclusive
ALTER TABLE "public"."tasks" ALTER CONSTRAINT "the ""parent""" DEFERRABLE INITIALLY IMMEDIATE;
-- access-exclusive
--   only if no rows of "public"."tasks" repeat a value of ("place"), which becomes unique
ALTER TABLE "public"."tasks" ADD CONSTRAINT "tasks_place_unique" UNIQUE("place") DEFERRABLE INITIALLY IMMEDIATE;

-- down
-- access-exclusive
ALTER TABLE "public"."tasks" DROP CONSTRAINT "tasks_place_unique";
-- access-exclusive
ALTER TABLE "public"."tasks" ALTER CONSTRAINT "the ""parent""" NOT DEFERRABLE;
-- access-exclusive
--   only if no rows of "public"."tasks" repeat a value of ("place"), which becomes unique
ALTER TABLE "public"."tasks" ADD CONSTRAINT "tasks_place_unique" UNIQUE("place");
