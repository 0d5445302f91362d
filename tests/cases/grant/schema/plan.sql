-- up
-- none
REVOKE USAGE ON SCHEMA "s" FROM PUBLIC;
-- none
GRANT CREATE ON SCHEMA "s" TO "anon";
-- none
GRANT USAGE ON SCHEMA "public" TO "authenticated";

-- down
-- none
REVOKE USAGE ON SCHEMA "public" FROM "authenticated";
-- none
REVOKE CREATE ON SCHEMA "s" FROM "anon";
-- none
GRANT USAGE ON SCHEMA "s" TO PUBLIC;
