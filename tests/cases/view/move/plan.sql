-- up
-- access-exclusive
ALTER VIEW "public"."v" SET SCHEMA "app";

-- down
-- access-exclusive
DROP VIEW "app"."v";
-- access-share
CREATE VIEW "public"."v" AS SELECT id
   FROM public.users;
