-- up
-- none
GRANT CREATE, USAGE ON SCHEMA "public" TO PUBLIC;
-- none
CREATE TABLE "public"."t" (
	"a" integer
);

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
REVOKE CREATE, USAGE ON SCHEMA "public" FROM PUBLIC;
