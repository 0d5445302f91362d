-- up
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader'::name)) THEN
		CREATE ROLE "reader";
	END IF;
END $$;
-- none
COMMENT ON ROLE "reader" IS 'reads';

-- down
