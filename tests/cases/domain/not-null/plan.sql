-- up
-- share
--   only if no rows of "public"."users" have no "home"
--   only if no rows of "public"."users" have no "mail"
ALTER DOMAIN "public"."email" SET NOT NULL;

-- down
-- none
ALTER DOMAIN "public"."email" DROP NOT NULL;
