-- up
-- none
CREATE OR REPLACE FUNCTION "public"."ok"("x" text)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT x <> 'a'$$;
-- none
CREATE FUNCTION "public"."first"()
RETURNS text
LANGUAGE sql
STABLE
AS $$SELECT 'f'$$;
-- none
CREATE DOMAIN "public"."code" AS text DEFAULT public.first() CONSTRAINT "c" CHECK (public.ok(VALUE));
-- none
CREATE TABLE "public"."t" (
	"id" integer,
	"a" "public"."code"
);

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
DROP DOMAIN "public"."code";
-- none
DROP FUNCTION "public"."first"();
-- none
CREATE OR REPLACE FUNCTION "public"."ok"("x" text)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT x <> ''$$;
