-- up
-- access-exclusive
ALTER TABLE "public"."people" RENAME COLUMN "given_name" TO "first_name";
-- share-update-exclusive
ALTER INDEX "public"."people_given_name_index" RENAME TO "people_first_name_index";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "people_givenName_familyName_unique" TO "people_firstName_familyName_unique";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "people_givenName_unique" TO "people_firstName_unique";

-- down
-- access-exclusive
ALTER TABLE "public"."people" RENAME COLUMN "first_name" TO "given_name";
-- share-update-exclusive
ALTER INDEX "public"."people_first_name_index" RENAME TO "people_given_name_index";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "people_firstName_familyName_unique" TO "people_givenName_familyName_unique";
-- access-exclusive
ALTER TABLE "public"."people" RENAME CONSTRAINT "people_firstName_unique" TO "people_givenName_unique";
