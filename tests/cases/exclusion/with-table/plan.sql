-- up
-- none
CREATE DOMAIN "public"."code" AS text;
-- none
CREATE FUNCTION "public"."f"("x" text)
RETURNS text
LANGUAGE sql
IMMUTABLE
AS $$SELECT lower(x)$$;
-- none
CREATE TABLE "public"."t" (
	"id" integer,
	"a" text,
	"b" "public"."code"
);
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING btree (public.f(a) COLLATE "C" WITH =, "b" WITH =) INCLUDE ("id") WHERE ((a <> 'z'::text));

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "x";
-- none
DROP FUNCTION "public"."f"(text);
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
DROP DOMAIN "public"."code";
