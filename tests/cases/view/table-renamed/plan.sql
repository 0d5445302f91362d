-- up
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "users_pkey" TO "people_pkey";

-- down
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
