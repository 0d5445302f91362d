-- up
-- none
CREATE TYPE "public"."nothing" AS ();
-- none
CREATE TYPE "public"."mood" AS ENUM('ok');
-- none
CREATE SCHEMA "app";
-- none
CREATE TYPE "app"."Po.i""nt" AS ("x" double precision, "y ""z" text COLLATE "C", "m" "public"."mood"[]);
-- none
CREATE TYPE "public"."edge" AS ("a" "app"."Po.i""nt", "more" "app"."Po.i""nt"[], "n" character varying(9));
-- none
COMMENT ON TYPE "public"."edge" IS 'it''s';
-- none
CREATE FUNCTION "public"."f"("p" "app"."Po.i""nt")
RETURNS "public"."edge"[]
LANGUAGE sql
AS $$SELECT NULL::public.edge[]$$;
-- none
GRANT USAGE ON TYPE "public"."edge" TO "anon";
-- none
CREATE TABLE "public"."t" (
	"id" integer,
	"l" "public"."edge",
	"ls" "public"."edge"[] DEFAULT '{}'::public.edge[]
);

-- down
-- none
DROP TYPE "public"."nothing";
-- none
DROP FUNCTION "public"."f"("app"."Po.i""nt");
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
DROP TYPE "public"."edge";
-- none
DROP TYPE "app"."Po.i""nt";
-- none
DROP TYPE "public"."mood";
-- none
DROP SCHEMA "app";
