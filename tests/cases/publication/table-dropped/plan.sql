-- up
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."users";
-- access-exclusive, loses the table "app"."orders" and its rows
DROP TABLE "app"."orders";

-- down
-- none
CREATE TABLE "app"."orders" (
	"id" integer PRIMARY KEY NOT NULL,
	"total" integer
);
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "app"."orders", "public"."users";
