-- up
-- none
ALTER SCHEMA "shop" RENAME TO "store";
-- access-exclusive
ALTER TABLE "store"."orders" ALTER COLUMN "order_number" SET DEFAULT nextval('store.numbers');

-- down
-- none
ALTER SCHEMA "store" RENAME TO "shop";
-- access-exclusive
ALTER TABLE "shop"."orders" ALTER COLUMN "order_number" SET DEFAULT nextval('shop.numbers');
