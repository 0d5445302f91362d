-- up
-- none
ALTER DOMAIN "public"."email" RENAME TO "e.ma""il";

-- down
-- none
ALTER DOMAIN "public"."e.ma""il" RENAME TO "email";
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "mail" SET DEFAULT ('a'::text)::public.email;
