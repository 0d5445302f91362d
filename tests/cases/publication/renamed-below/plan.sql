-- up
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive
ALTER TABLE "public"."people" RENAME COLUMN "age" TO "years";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "users_pkey" TO "people_pkey";
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."people" ("email", "id") WHERE (((id > 5) AND (years IS NULL)));

-- down
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- access-exclusive
ALTER TABLE "public"."users" RENAME COLUMN "years" TO "age";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."users" ("email", "id") WHERE (((id > 5) AND (age IS NULL)));
