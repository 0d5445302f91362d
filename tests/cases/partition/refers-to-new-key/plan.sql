-- up
-- access-exclusive, loses the table "public"."items" and its rows
DROP TABLE "public"."items";
-- access-exclusive
ALTER TABLE "public"."orders" DROP CONSTRAINT "orders_key";
-- access-exclusive, loses the column "public"."orders"."kind" and its values
ALTER TABLE "public"."orders" DROP COLUMN "kind";
-- access-exclusive
ALTER TABLE "public"."orders" ALTER COLUMN "id" DROP NOT NULL;
-- access-exclusive, rewrites
--   only if no values of "id" in "public"."orders" are no smallint
ALTER TABLE "public"."orders" ALTER COLUMN "id" SET DATA TYPE smallint;
-- access-exclusive, rewrites
ALTER TABLE "public"."orders" ADD COLUMN "kind" boolean GENERATED ALWAYS AS ((id IS NOT NULL)) STORED;
-- none
CREATE TABLE "public"."items" (
	"order" integer
);

-- down
-- access-exclusive, loses the column "public"."orders"."kind" and its values
ALTER TABLE "public"."orders" DROP COLUMN "kind";
-- access-exclusive, loses the table "public"."items" and its rows
DROP TABLE "public"."items";
-- access-exclusive, rewrites
ALTER TABLE "public"."orders" ALTER COLUMN "id" SET DATA TYPE integer;
-- access-exclusive
--   only if no rows of "public"."orders" have no "id", which becomes required
ALTER TABLE "public"."orders" ALTER COLUMN "id" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."orders" ADD COLUMN "kind" integer;
-- access-exclusive
--   only if no rows of "public"."orders" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."orders" ADD CONSTRAINT "orders_key" PRIMARY KEY("id") INCLUDE ("kind");
-- none
CREATE TABLE "public"."items" (
	"order" integer PRIMARY KEY NOT NULL
) PARTITION BY RANGE ("order");
-- share-row-exclusive
ALTER TABLE "public"."items" ADD CONSTRAINT "items_order_fkey" FOREIGN KEY ("order") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;
