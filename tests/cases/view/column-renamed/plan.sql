-- up
-- access-exclusive
ALTER TABLE "public"."users" RENAME COLUMN "name" TO "full_name";
-- access-exclusive
ALTER VIEW "public"."v" RENAME COLUMN "name" TO "full_name";

-- down
-- access-exclusive
ALTER TABLE "public"."users" RENAME COLUMN "full_name" TO "name";
-- access-exclusive
ALTER VIEW "public"."v" RENAME COLUMN "full_name" TO "name";
