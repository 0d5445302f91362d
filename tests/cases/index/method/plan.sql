-- up
-- access-exclusive
DROP INDEX "public"."users_name";
-- share
CREATE INDEX "users_name" ON "public"."users" USING hash ("name");

-- down
-- access-exclusive
DROP INDEX "public"."users_name";
-- share
CREATE INDEX "users_name" ON "public"."users" USING btree ("name");
