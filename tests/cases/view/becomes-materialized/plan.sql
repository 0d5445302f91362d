-- up
-- access-exclusive
DROP VIEW "public"."v";
-- access-share
CREATE MATERIALIZED VIEW "public"."v" AS SELECT id
   FROM public.users;

-- down
-- access-exclusive
DROP MATERIALIZED VIEW "public"."v";
-- access-share
CREATE VIEW "public"."v" AS SELECT id
   FROM public.users;
