-- up
-- none
ALTER SCHEMA "was" RENAME TO "is_now";
-- none
CREATE SCHEMA "ext";
-- none
ALTER EXTENSION "citext" SET SCHEMA "ext";

-- down
-- none
ALTER SCHEMA "is_now" RENAME TO "was";
-- none
ALTER EXTENSION "citext" SET SCHEMA "public";
-- none
DROP SCHEMA "ext";
