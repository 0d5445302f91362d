-- up
-- none
CREATE VIEW "public"."alone" AS SELECT 1 AS one;
-- access-share
CREATE VIEW "public"."v" AS SELECT id,
    name
   FROM public.users;
-- access-share
CREATE VIEW "public"."on_it" AS SELECT name
   FROM public.v;

-- down
-- access-exclusive
DROP VIEW "public"."alone";
-- access-exclusive
DROP VIEW "public"."on_it";
-- access-exclusive
DROP VIEW "public"."v";
