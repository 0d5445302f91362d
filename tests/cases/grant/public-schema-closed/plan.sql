-- up
-- none
GRANT USAGE ON SCHEMA "public" TO PUBLIC;
-- none
DO $$ BEGIN
	IF NOT (current_setting('server_version_num')::integer >= 150000) THEN
		GRANT CREATE ON SCHEMA "public" TO PUBLIC;
	END IF;
END $$;

-- down
-- none
REVOKE CREATE, USAGE ON SCHEMA "public" FROM PUBLIC;
