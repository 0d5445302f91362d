-- up
-- none
DROP EXTENSION "citext";
-- none
DROP SCHEMA "app";
-- none, loses the role "reader", its password and memberships
DROP ROLE "reader";

-- down
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader'::name)) THEN
		CREATE ROLE "reader";
	END IF;
END $$;
-- none
CREATE SCHEMA "app";
-- none
ALTER DEFAULT PRIVILEGES IN SCHEMA "app" GRANT SELECT ON TABLES TO "reader";
-- none
CREATE EXTENSION IF NOT EXISTS "citext" SCHEMA "app" VERSION '1.8';
-- none
COMMENT ON EXTENSION "citext" IS 'data type for case-insensitive character strings';
