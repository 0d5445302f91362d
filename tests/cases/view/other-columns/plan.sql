-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."on_it", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."on_it";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- access-share
CREATE VIEW "public"."v" AS SELECT name,
    id
   FROM public.users;
-- access-share
CREATE VIEW "public"."on_it" AS SELECT id
   FROM public.v;

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."on_it", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."on_it";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- access-share
CREATE VIEW "public"."v" AS SELECT id,
    name
   FROM public.users;
-- access-share
CREATE VIEW "public"."on_it" AS SELECT id
   FROM public.v;
