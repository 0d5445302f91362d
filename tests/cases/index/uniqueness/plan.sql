-- up
-- access-exclusive
DROP INDEX "public"."users_name";
-- share
--   only if no rows of "public"."users" repeat a value of ("name"), which becomes unique
CREATE UNIQUE INDEX "users_name" ON "public"."users" USING btree ("name");

-- down
-- access-exclusive
DROP INDEX "public"."users_name";
-- share
CREATE INDEX "users_name" ON "public"."users" USING btree ("name");
