-- up
-- none
DO $q1$ BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'Back.up "$$') THEN
		CREATE ROLE "Back.up ""$$" CREATEDB CREATEROLE NOINHERIT;
	END IF;
END $q1$;
-- none
DO $$ BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reporting') THEN
		CREATE ROLE "reporting";
	END IF;
END $$;

-- down
-- none, loses the role "Back.up ""$$", its password and memberships
DROP ROLE "Back.up ""$$";
-- none, loses the role "reporting", its password and memberships
DROP ROLE "reporting";
