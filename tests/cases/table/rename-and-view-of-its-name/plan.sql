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
ALTER VIEW "public"."users" RENAME TO "old__users";
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive
DROP VIEW "public"."both_names";
-- access-exclusive
DROP VIEW "public"."old__users";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
