-- up
-- none
ALTER DOMAIN "public"."email" DROP CONSTRAINT "b";
-- none
ALTER DOMAIN "public"."email" RENAME CONSTRAINT "d" TO "e";
-- share
--   only if no values of "mail" in "public"."users" break the check "b" of the domain "public"."email"
--   only if no values of "o""ther" in "public"."users" break the check "b" of the domain "public"."email"
ALTER DOMAIN "public"."email" ADD CONSTRAINT "b" CHECK ((length(VALUE) < 90));
-- share
--   only if no values of "mail" in "public"."users" break the check "c c" of the domain "public"."email"
--   only if no values of "o""ther" in "public"."users" break the check "c c" of the domain "public"."email"
ALTER DOMAIN "public"."email" ADD CONSTRAINT "c c" CHECK (((VALUE ~~ '%@%'::text) AND ('VALUE'::text <> 'x'::text)));

-- down
-- none
ALTER DOMAIN "public"."email" DROP CONSTRAINT "b";
-- none
ALTER DOMAIN "public"."email" DROP CONSTRAINT "c c";
-- none
ALTER DOMAIN "public"."email" RENAME CONSTRAINT "e" TO "d";
-- share
--   only if no values of "mail" in "public"."users" break the check "b" of the domain "public"."email"
--   only if no values of "o""ther" in "public"."users" break the check "b" of the domain "public"."email"
ALTER DOMAIN "public"."email" ADD CONSTRAINT "b" CHECK ((length(VALUE) < 80));
