-- up
-- none
CREATE SCHEMA "Se""t.x";
-- none
CREATE SCHEMA "select";
-- none
CREATE TABLE "Se""t.x"."select" (
	"a" integer
);

-- down
-- none
DROP SCHEMA "select";
-- access-exclusive, loses the table "Se""t.x"."select" and its rows
DROP TABLE "Se""t.x"."select";
-- none
DROP SCHEMA "Se""t.x";
