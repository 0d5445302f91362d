-- up
-- share-update-exclusive
ALTER INDEX "public"."users_name" SET (fillfactor=80, deduplicate_items=off);

-- down
-- share-update-exclusive
ALTER INDEX "public"."users_name" RESET (deduplicate_items);
-- share-update-exclusive
ALTER INDEX "public"."users_name" SET (fillfactor=70);
