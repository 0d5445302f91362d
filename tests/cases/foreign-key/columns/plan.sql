-- up
-- access-exclusive
ALTER TABLE "public"."posts" DROP CONSTRAINT "posts_author";
-- share-row-exclusive
--   only if no rows of "public"."posts" refer by ("tenant", "author") to rows that "public"."users" does not have
ALTER TABLE "public"."posts" ADD CONSTRAINT "posts_author" FOREIGN KEY ("tenant", "author") REFERENCES "public"."users"("tenant", "id") ON DELETE no action ON UPDATE no action;

-- down
-- access-exclusive
ALTER TABLE "public"."posts" DROP CONSTRAINT "posts_author";
-- share-row-exclusive
--   only if no rows of "public"."posts" refer by ("author") to rows that "public"."users" does not have
ALTER TABLE "public"."posts" ADD CONSTRAINT "posts_author" FOREIGN KEY ("author") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
