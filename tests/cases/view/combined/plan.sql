-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- access-share
CREATE VIEW "public"."v" AS SELECT users.id
   FROM public.users
UNION
 SELECT 8 AS id;

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- access-share
CREATE VIEW "public"."v" AS SELECT users.id
   FROM public.users
UNION
 SELECT 7 AS id;
