-- up
-- access-exclusive, loses the table "public"."items" and its rows
DROP TABLE "public"."items";
-- access-exclusive
ALTER TABLE "public"."orders" DROP CONSTRAINT "orders_key";
-- access-exclusive, loses the column "public"."orders"."kind" and its values
ALTER TABLE "public"."orders" DROP COLUMN "kind";
-- access-exclusive, rewrites
ALTER TABLE "public"."orders" ADD COLUMN "kind" boolean GENERATED ALWAYS AS ((id IS NOT NULL)) STORED;
-- access-exclusive
--   only if no rows of "public"."orders" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."orders" ADD CONSTRAINT "orders_key" PRIMARY KEY("id") INCLUDE ("kind");
-- none
CREATE TABLE "public"."items" (
	"order" integer PRIMARY KEY NOT NULL
) PARTITION BY HASH ("order");
-- share-row-exclusive
ALTER TABLE "public"."items" ADD CONSTRAINT "items_order_fkey" FOREIGN KEY ("order") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;

-- down
-- access-exclusive, loses the table "public"."items" and its rows
DROP TABLE "public"."items";
-- access-exclusive
ALTER TABLE "public"."orders" ALTER COLUMN "kind" DROP EXPRESSION;
-- access-exclusive, rewrites
ALTER TABLE "public"."orders" ALTER COLUMN "kind" SET DATA TYPE integer USING "kind"::integer;
-- none
CREATE TABLE "public"."items" (
	"order" integer PRIMARY KEY NOT NULL
) PARTITION BY RANGE ("order");
-- share-row-exclusive
ALTER TABLE "public"."items" ADD CONSTRAINT "items_order_fkey" FOREIGN KEY ("order") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;
