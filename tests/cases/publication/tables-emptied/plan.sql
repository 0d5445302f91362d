-- up
-- share-update-exclusive
ALTER PUBLICATION "p" DROP TABLE "app"."orders", "public"."users";

-- down
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "app"."orders", "public"."users";
