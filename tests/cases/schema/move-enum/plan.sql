-- up
-- none
ALTER TYPE "public"."state" SET SCHEMA "a";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "s" SET DEFAULT 'on'::a.state;

-- down
-- none
ALTER TYPE "a"."state" SET SCHEMA "public";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "s" SET DEFAULT 'on'::public.state;
