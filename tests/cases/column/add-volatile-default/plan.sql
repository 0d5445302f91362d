-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."users" ADD COLUMN "token" uuid DEFAULT gen_random_uuid() NOT NULL;

-- down
-- access-exclusive, loses the column "public"."users"."token" and its values
ALTER TABLE "public"."users" DROP COLUMN "token";
