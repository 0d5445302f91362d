-- up
-- access-exclusive
ALTER TABLE "public"."invoice" SET SCHEMA "billing";

-- down
-- access-exclusive
ALTER TABLE "billing"."invoice" SET SCHEMA "public";
