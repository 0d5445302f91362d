-- up
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "users_pkey" TO "people_pkey";
-- access-share
CREATE VIEW "public"."users" AS SELECT id,
    name
   FROM public.people;
-- access-share
CREATE VIEW "public"."both_names" AS SELECT p.name
   FROM (public.users u
     JOIN public.people p USING (id));

-- down
-- access-exclusive
DROP VIEW "public"."both_names";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."names", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."names";
-- access-exclusive
DROP VIEW "public"."users";
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
-- access-share
CREATE VIEW "public"."names" AS SELECT name
   FROM public.users;
