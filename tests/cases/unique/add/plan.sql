-- up
-- access-exclusive
--   only if no rows of "public"."users" repeat a value of ("name"), which becomes unique
ALTER TABLE "public"."users" ADD CONSTRAINT "users_name_key" UNIQUE("name");

-- down
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "users_name_key";
