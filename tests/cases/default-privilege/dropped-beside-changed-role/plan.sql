-- up
-- none
ALTER ROLE "reader" CREATEDB;
-- none
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO "reader";
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."t";
-- none
DROP SCHEMA "app";

-- down
-- none
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM "reader";
-- none
ALTER ROLE "reader" NOCREATEDB;
-- none
CREATE SCHEMA "app";
-- none
ALTER DEFAULT PRIVILEGES IN SCHEMA "app" GRANT SELECT ON TABLES TO "reader";
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."t", TABLES IN SCHEMA "app";
