-- up
-- none
ALTER EXTENSION "pg_trgm" SET SCHEMA "public";
-- none
DROP SCHEMA "ext";

-- down
-- none
CREATE SCHEMA "ext";
-- none
ALTER EXTENSION "pg_trgm" SET SCHEMA "ext";
