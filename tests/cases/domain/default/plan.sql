-- up
-- access-share
ALTER DOMAIN "public"."number" SET DEFAULT nextval('public.s'::regclass);

-- down
-- none
ALTER DOMAIN "public"."number" SET DEFAULT 1;
