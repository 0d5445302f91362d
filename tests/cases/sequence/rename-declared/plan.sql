-- up
-- access-exclusive
ALTER SEQUENCE "public"."numbers" SET SCHEMA "orders";
-- access-exclusive
ALTER TABLE "public"."items" RENAME COLUMN "number" TO "code";
-- access-exclusive
ALTER TABLE "public"."items" ALTER COLUMN "code" SET DEFAULT nextval('orders.numbers');

-- down
-- access-exclusive
ALTER SEQUENCE "orders"."numbers" SET SCHEMA "public";
-- access-exclusive
ALTER TABLE "public"."items" RENAME COLUMN "code" TO "number";
-- access-exclusive
ALTER TABLE "public"."items" ALTER COLUMN "number" SET DEFAULT nextval('numbers');
