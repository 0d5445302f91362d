-- up
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive
ALTER TABLE "public"."people" RENAME COLUMN "name" TO "full_name";
-- access-exclusive, rewrites
ALTER TABLE "public"."people" ALTER COLUMN "age" SET DATA TYPE bigint, ALTER COLUMN "age" SET DEFAULT 0;
-- access-exclusive
--   only if no rows of "public"."users" have no "age", which becomes required
ALTER TABLE "public"."people" ALTER COLUMN "age" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "users_pkey" TO "people_pkey";
-- access-exclusive
ALTER TABLE "public"."people" ADD COLUMN "email" text;

-- down
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive
ALTER TABLE "public"."users" RENAME COLUMN "full_name" TO "name";
-- access-exclusive, loses the column "public"."users"."email" and its values
ALTER TABLE "public"."users" DROP COLUMN "email";
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "age" DROP NOT NULL;
-- access-exclusive, rewrites
--   only if no values of "age" in "public"."people" are no integer
ALTER TABLE "public"."users" ALTER COLUMN "age" DROP DEFAULT, ALTER COLUMN "age" SET DATA TYPE integer;
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
