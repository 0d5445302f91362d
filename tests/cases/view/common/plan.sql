-- up
-- access-exclusive
CREATE OR REPLACE VIEW "public"."users_of" AS WITH users_of AS (
         SELECT users.id,
            users.name
           FROM public.users
        )
 SELECT id,
    name
   FROM users_of;

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."users_of", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."users_of";
-- access-share
CREATE VIEW "public"."users_of" AS WITH users_of AS (
         SELECT users.id
           FROM public.users
        )
 SELECT id
   FROM users_of;
