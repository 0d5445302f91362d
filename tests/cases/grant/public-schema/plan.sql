-- up
-- none
GRANT CREATE, USAGE ON SCHEMA "public" TO PUBLIC;

-- down
-- none
REVOKE CREATE, USAGE ON SCHEMA "public" FROM PUBLIC;
