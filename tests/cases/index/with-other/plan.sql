-- up
-- access-exclusive
DROP INDEX "public"."users_name";
-- share
CREATE INDEX "users_name" ON "public"."users" USING btree ("name") WITH (fillfactor=80, deduplicate_items=off);

-- down
-- access-exclusive
DROP INDEX "public"."users_name";
-- share
CREATE INDEX "users_name" ON "public"."users" USING btree ("name") WITH (fillfactor=70);
