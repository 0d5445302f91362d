-- up
-- access-exclusive
DROP INDEX "public"."users_name";
-- share
CREATE INDEX "users_name" ON "public"."users" USING btree ("name") WHERE (id > 2);

-- down
-- access-exclusive
DROP INDEX "public"."users_name";
-- share
CREATE INDEX "users_name" ON "public"."users" USING btree ("name") WHERE (id > 1);
