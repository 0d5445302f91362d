-- up
-- access-exclusive, loses the column "public"."users"."title" and its values
ALTER TABLE "public"."users" DROP COLUMN "title";
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "nickname" text;

-- down
-- access-exclusive, loses the column "public"."users"."nickname" and its values
ALTER TABLE "public"."users" DROP COLUMN "nickname";
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "title" text;
