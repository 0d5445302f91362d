-- up
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("age"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "by_age" ON "public"."users" USING btree ("age");
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "by_email" ON "public"."users" USING btree ("email");

-- down
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."by_age";
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."by_email";
