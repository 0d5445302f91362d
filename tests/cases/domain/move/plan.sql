-- up
-- none
ALTER DOMAIN "public"."email" SET SCHEMA "app";
-- none
ALTER DOMAIN "app"."email" RENAME TO "mail";
-- share
--   only if no rows of "public"."users" have no "mail"
ALTER DOMAIN "app"."mail" SET NOT NULL;

-- down
-- none
ALTER DOMAIN "app"."mail" SET SCHEMA "public";
-- none
ALTER DOMAIN "public"."mail" RENAME TO "email";
-- none
ALTER DOMAIN "public"."email" DROP NOT NULL;
