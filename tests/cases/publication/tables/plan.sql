-- up
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "app"."orders";

-- down
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."users";
