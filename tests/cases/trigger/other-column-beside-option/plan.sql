-- up
-- share-update-exclusive
ALTER TABLE "public"."orders" SET (fillfactor=70);
-- access-exclusive
ALTER TABLE "public"."orders" ADD COLUMN "sent" text;
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "stamp" BEFORE UPDATE OF "sent" ON "public"."orders" FOR EACH ROW EXECUTE FUNCTION "public"."stamp"();
-- access-exclusive, loses the column "public"."orders"."placed" and its values
ALTER TABLE "public"."orders" DROP COLUMN "placed";

-- down
-- share-update-exclusive
ALTER TABLE "public"."orders" RESET (fillfactor);
-- access-exclusive
ALTER TABLE "public"."orders" ADD COLUMN "placed" integer;
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "stamp" BEFORE UPDATE OF "placed" ON "public"."orders" FOR EACH ROW EXECUTE FUNCTION "public"."stamp"();
-- access-exclusive, loses the column "public"."orders"."sent" and its values
ALTER TABLE "public"."orders" DROP COLUMN "sent";
