-- up
-- access-exclusive
ALTER TABLE "public"."orders" SET SCHEMA "shop";

-- down
-- access-exclusive
ALTER TABLE "shop"."orders" SET SCHEMA "public";
