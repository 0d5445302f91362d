-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."on_it", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."on_it";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- access-exclusive, loses the column "public"."users"."email" and its values
ALTER TABLE "public"."users" DROP COLUMN "email";
-- access-share
CREATE VIEW "public"."v" AS SELECT id,
    name
   FROM public.users;
-- access-share
CREATE VIEW "public"."on_it" AS SELECT id
   FROM public.v;

-- down
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "email" text;
-- access-exclusive
CREATE OR REPLACE VIEW "public"."v" AS SELECT id,
    name,
    email
   FROM public.users;
-- access-exclusive
CREATE OR REPLACE VIEW "public"."on_it" AS SELECT id,
    email
   FROM public.v;
