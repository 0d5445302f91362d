-- up
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "app"."orders" WHERE (((id <> 7) AND (id < 100))), "public"."users" ("id");

-- down
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."users" ("email", "id") WHERE ((id > 5));
