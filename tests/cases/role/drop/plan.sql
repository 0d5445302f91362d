-- up
-- none, loses the role "o'ld", its password and memberships
DROP ROLE "o'ld";

-- down
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'o''ld'::name)) THEN
		CREATE ROLE "o'ld" CREATEDB;
	END IF;
END $$;
