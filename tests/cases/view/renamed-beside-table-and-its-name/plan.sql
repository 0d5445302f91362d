-- up
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive
ALTER VIEW "public"."named" RENAME TO "called";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
-- access-share
CREATE MATERIALIZED VIEW "public"."people" AS SELECT id
   FROM public.users;

-- down
-- access-exclusive
ALTER MATERIALIZED VIEW "public"."people" RENAME TO "old__people";
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive
ALTER VIEW "public"."called" RENAME TO "named";
-- access-exclusive
DROP MATERIALIZED VIEW "public"."old__people";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "users_pkey" TO "people_pkey";
