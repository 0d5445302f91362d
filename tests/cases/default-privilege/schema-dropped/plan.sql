-- up
-- none
DROP SCHEMA "s";
-- none
CREATE TABLE "public"."t" (
	"a" integer
);

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE SCHEMA "s";
-- none
ALTER DEFAULT PRIVILEGES IN SCHEMA "s" GRANT EXECUTE ON FUNCTIONS TO "anon";
