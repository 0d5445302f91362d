-- up
-- share-update-exclusive
COMMENT ON SEQUENCE "s"."q" IS 'r';
-- none
COMMENT ON SCHEMA "s" IS 'two';
-- none
COMMENT ON SCHEMA "public" IS 'ours';

-- down
-- none
COMMENT ON SCHEMA "public" IS NULL;
-- share-update-exclusive
COMMENT ON SEQUENCE "s"."q" IS 'q';
-- none
COMMENT ON SCHEMA "s" IS 'one';
