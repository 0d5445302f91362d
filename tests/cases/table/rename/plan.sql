-- up
-- access-exclusive
ALTER TABLE "public"."post" RENAME COLUMN "users_id" TO "people_id";
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "users_age_check" TO "people_age_check";
-- access-exclusive
ALTER TABLE "public"."post" RENAME CONSTRAINT "post_users_fk" TO "post_people_fk";
-- share-update-exclusive
ALTER INDEX "public"."users_age_idx" RENAME TO "people_age_idx";
-- access-exclusive
ALTER POLICY "users_read" ON "public"."people" RENAME TO "people_read";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "users_email_unique" TO "people_email_unique";
-- access-exclusive
ALTER SEQUENCE "public"."users_id_seq" RENAME TO "people_id_seq";
-- access-exclusive
ALTER SEQUENCE "public"."users_nr_seq" RENAME TO "people_nr_seq";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "users_pkey" TO "people_pkey";

-- down
-- access-exclusive
ALTER TABLE "public"."post" RENAME COLUMN "people_id" TO "users_id";
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_age_check" TO "users_age_check";
-- access-exclusive
ALTER TABLE "public"."post" RENAME CONSTRAINT "post_people_fk" TO "post_users_fk";
-- share-update-exclusive
ALTER INDEX "public"."people_age_idx" RENAME TO "users_age_idx";
-- access-exclusive
ALTER POLICY "people_read" ON "public"."users" RENAME TO "users_read";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_email_unique" TO "users_email_unique";
-- access-exclusive
ALTER SEQUENCE "public"."people_id_seq" RENAME TO "users_id_seq";
-- access-exclusive
ALTER SEQUENCE "public"."people_nr_seq" RENAME TO "users_nr_seq";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
