-- up
-- access-exclusive
CREATE OR REPLACE VIEW "public"."v" WITH (check_option=local) AS SELECT id,
    name
   FROM public.users;

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- access-share
CREATE VIEW "public"."v" WITH (security_barrier=true) AS SELECT id
   FROM public.users;
