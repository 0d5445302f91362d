-- up
-- none
COMMENT ON ROLE "Re ader" IS NULL;
-- none
COMMENT ON ROLE "writer" IS 'writes';

-- down
-- none
COMMENT ON ROLE "writer" IS NULL;
-- none
COMMENT ON ROLE "Re ader" IS 'it''s old';
