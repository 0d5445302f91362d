-- up
-- none
DROP EXTENSION "earthdistance";
-- none
DROP EXTENSION "cube";
-- none
CREATE TABLE "public"."t" (
	"a" integer
);

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE EXTENSION IF NOT EXISTS "cube" VERSION '1.5';
-- none
CREATE EXTENSION IF NOT EXISTS "earthdistance" VERSION '1.2';
-- none
COMMENT ON EXTENSION "cube" IS 'data type for multidimensional cubes';
-- none
COMMENT ON EXTENSION "earthdistance" IS 'calculate great-circle distances on the surface of the Earth';
