-- up
-- none
ALTER PUBLICATION "p" SET (publish = '', publish_via_partition_root = true);

-- down
-- none
ALTER PUBLICATION "p" SET (publish = 'insert', publish_via_partition_root = false);
