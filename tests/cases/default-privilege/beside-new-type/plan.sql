-- up
-- none
DROP TYPE "app"."one";
-- none, loses the role "other", its password and memberships
DROP ROLE "other";
-- none
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
-- none
CREATE TYPE "app"."unlike" AS ENUM('q');

-- down
-- none
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC;
-- none
DROP TYPE "app"."unlike";
-- none
CREATE TYPE "app"."one" AS ENUM('a');
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'other'::name)) THEN
		CREATE ROLE "other";
	END IF;
END $$;
