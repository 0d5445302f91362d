-- up
-- none
ALTER DEFAULT PRIVILEGES IN SCHEMA "app" GRANT SELECT ON TABLES TO "reader";
-- none
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
-- none
CREATE FUNCTION "app"."a"()
RETURNS integer
LANGUAGE sql
AS $$select 1$$;
-- none
CREATE TABLE "app"."t" (
	"id" integer
);
-- access-share
GRANT SELECT ON TABLE "app"."t" TO "reader";

-- down
-- none
ALTER DEFAULT PRIVILEGES IN SCHEMA "app" REVOKE SELECT ON TABLES FROM "reader";
-- none
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
-- none
DROP FUNCTION "app"."a"();
-- access-exclusive, loses the table "app"."t" and its rows
DROP TABLE "app"."t";
