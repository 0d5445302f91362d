-- up
-- share-update-exclusive
CREATE PUBLICATION "p" FOR TABLE "public"."t_1";
-- share-update-exclusive
CREATE PUBLICATION "q" FOR TABLE "public"."t" WITH (publish_via_partition_root = true);

-- down
-- none
DROP PUBLICATION "p";
-- none
DROP PUBLICATION "q";
