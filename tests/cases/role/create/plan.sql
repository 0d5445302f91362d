-- up
-- none
DO $q1$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'Back.up "$$'::name)) THEN
		CREATE ROLE "Back.up ""$$" CREATEDB CREATEROLE NOINHERIT;
	END IF;
END $q1$;
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'reporting'::name)) THEN
		CREATE ROLE "reporting";
	END IF;
END $$;

-- down
