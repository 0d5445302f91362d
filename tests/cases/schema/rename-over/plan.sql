-- up
-- none
ALTER SCHEMA "a" RENAME TO "old__a";
-- none
ALTER SCHEMA "b" RENAME TO "a";
-- access-exclusive
DROP VIEW "a"."v";
-- access-exclusive, loses the table "old__a"."u" and its rows
DROP TABLE "old__a"."u";
-- none
DROP SCHEMA "old__a";

-- down
-- none
ALTER SCHEMA "a" RENAME TO "b";
-- none
CREATE SCHEMA "a";
-- none
CREATE TABLE "a"."u" (
	"id" integer
);
-- access-share
CREATE VIEW "b"."v" AS SELECT id
   FROM a.u;
