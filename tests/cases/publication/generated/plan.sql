-- up
-- none
ALTER PUBLICATION "p" SET (publish_generated_columns = stored);

-- down
-- none
ALTER PUBLICATION "p" SET (publish_generated_columns = none);
