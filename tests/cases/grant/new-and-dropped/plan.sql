-- up
-- none
DROP SCHEMA "s";
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE TABLE "public"."u" (
	"x" serial NOT NULL,
	"y" integer,
	"z" integer
);
-- access-share
GRANT SELECT ON TABLE "public"."u" TO "anon";
-- access-share
GRANT UPDATE ("x") ON TABLE "public"."u" TO "anon";
-- access-share
GRANT SELECT, UPDATE, USAGE ON SEQUENCE "public"."u_x_seq" TO "anon";

-- down
-- access-exclusive, loses the table "public"."u" and its rows
DROP TABLE "public"."u";
-- none
CREATE SCHEMA "s";
-- none
GRANT USAGE ON SCHEMA "s" TO "anon";
-- none
CREATE TABLE "public"."t" (
	"a" integer,
	"b" integer,
	"c" integer
);
-- access-share
GRANT SELECT ON TABLE "public"."t" TO "anon";
-- access-share
GRANT UPDATE ("a") ON TABLE "public"."t" TO "anon";
