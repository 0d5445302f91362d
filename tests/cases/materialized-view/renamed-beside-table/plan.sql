-- up
-- access-exclusive
ALTER MATERIALIZED VIEW "public"."people" RENAME TO "crowd";
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive
ALTER VIEW "public"."called" RENAME TO "named";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "users_pkey" TO "people_pkey";

-- down
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive
ALTER MATERIALIZED VIEW "public"."crowd" RENAME TO "people";
-- access-exclusive
ALTER VIEW "public"."named" RENAME TO "called";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
