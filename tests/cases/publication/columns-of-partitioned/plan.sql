-- up
-- none
ALTER PUBLICATION "p" SET (publish_via_partition_root = true);
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."t" ("id");

-- down
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."t";
-- none
ALTER PUBLICATION "p" SET (publish_via_partition_root = false);
