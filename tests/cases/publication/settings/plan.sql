-- up
-- none
ALTER PUBLICATION "p" SET (publish = 'delete, truncate', publish_via_partition_root = true);

-- down
-- none
ALTER PUBLICATION "p" SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
