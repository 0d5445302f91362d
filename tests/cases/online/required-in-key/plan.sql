-- up
-- access-exclusive
ALTER TABLE "public"."items" ALTER COLUMN "number" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."items" ALTER COLUMN "shop" SET NOT NULL;
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."items" repeat a value of ("shop"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__items_shop_pk" ON "public"."items" ("shop");
-- access-exclusive
ALTER TABLE "public"."items" DROP CONSTRAINT "items_shop_number_pk", ADD CONSTRAINT "items_shop_pk" PRIMARY KEY USING INDEX "new__items_shop_pk";

-- down
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."items" repeat a value of ("shop", "number"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__items_shop_number_pk" ON "public"."items" ("shop", "number");
-- access-exclusive
ALTER TABLE "public"."items" DROP CONSTRAINT "items_shop_pk", ADD CONSTRAINT "items_shop_number_pk" PRIMARY KEY USING INDEX "new__items_shop_number_pk";
