-- up
-- none
ALTER EXTENSION "pg_trgm" UPDATE TO '1.6';
-- none
CREATE EXTENSION IF NOT EXISTS "unaccent" VERSION '1.1';
-- none
COMMENT ON EXTENSION "unaccent" IS 'text search dictionary that removes accents';

-- down
-- none
DROP EXTENSION "unaccent";
