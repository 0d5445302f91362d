-- up
-- none
CREATE TABLE "public"."t" (
	"id" integer,
	"name" text
);
-- access-share
REVOKE ALL ON TABLE "public"."t" FROM "authenticated";
-- access-share
GRANT SELECT ON TABLE "public"."t" TO "authenticated";
-- access-share
GRANT UPDATE ("name") ON TABLE "public"."t" TO "authenticated";

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
