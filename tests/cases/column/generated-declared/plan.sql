-- up
-- access-exclusive
DROP INDEX "public"."people_full_name_index";
-- access-exclusive
ALTER TABLE "public"."people" DROP COLUMN "full_name";
-- access-exclusive, rewrites
ALTER TABLE "public"."people" ADD COLUMN "full_name" text GENERATED ALWAYS AS ("people"."last_name" || ', ' || "people"."first_name") STORED;
-- share
CREATE INDEX "people_full_name_index" ON "public"."people" USING btree ("full_name");

-- down
-- access-exclusive
DROP INDEX "public"."people_full_name_index";
-- access-exclusive
ALTER TABLE "public"."people" DROP COLUMN "full_name";
-- access-exclusive, rewrites
ALTER TABLE "public"."people" ADD COLUMN "full_name" text GENERATED ALWAYS AS ("people"."first_name" || ' ' || "people"."last_name") STORED;
-- share
CREATE INDEX "people_full_name_index" ON "public"."people" USING btree ("full_name");
