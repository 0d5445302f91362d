-- up
-- access-exclusive
ALTER TABLE "public"."posts" DROP CONSTRAINT "posts_author_fkey";
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."one_id";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "one_id" ON "public"."users" USING btree ("id" DESC);
-- share-row-exclusive
ALTER TABLE "public"."posts" ADD CONSTRAINT "posts_author_fkey" FOREIGN KEY ("author") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."posts" VALIDATE CONSTRAINT "posts_author_fkey";

-- down
-- access-exclusive
ALTER TABLE "public"."posts" DROP CONSTRAINT "posts_author_fkey";
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."one_id";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "one_id" ON "public"."users" USING btree ("id");
-- share-row-exclusive
ALTER TABLE "public"."posts" ADD CONSTRAINT "posts_author_fkey" FOREIGN KEY ("author") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."posts" VALIDATE CONSTRAINT "posts_author_fkey";
