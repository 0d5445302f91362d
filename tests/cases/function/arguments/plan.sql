-- up
-- none
DROP FUNCTION "public"."inouts"(integer);
-- none
DROP FUNCTION "public"."many"(integer[]);
-- none
DROP FUNCTION "public"."outs"(integer);
-- none
DROP FUNCTION "public"."renamed"(integer);
-- none
DROP FUNCTION "public"."tabled"();
-- none
CREATE OR REPLACE FUNCTION "public"."named"("a" integer, "b" text)
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
-- none
CREATE FUNCTION "public"."inouts"(INOUT "a" integer)
LANGUAGE sql
AS $$SELECT a$$;
-- none
CREATE FUNCTION "public"."many"(VARIADIC "a" integer[])
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
-- none
CREATE FUNCTION "public"."outs"("a" integer, OUT "b" integer, OUT "d" integer)
LANGUAGE sql
AS $$SELECT 1, 2$$;
-- none
CREATE FUNCTION "public"."renamed"("b" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
-- none
CREATE FUNCTION "public"."tabled"()
RETURNS TABLE("a" integer, "b" integer)
LANGUAGE sql
AS $$SELECT 1, 2$$;

-- down
-- none
DROP FUNCTION "public"."inouts"(integer);
-- none
DROP FUNCTION "public"."many"(integer[]);
-- none
DROP FUNCTION "public"."named"(integer, text);
-- none
DROP FUNCTION "public"."outs"(integer);
-- none
DROP FUNCTION "public"."renamed"(integer);
-- none
DROP FUNCTION "public"."tabled"();
-- none
CREATE FUNCTION "public"."inouts"("a" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT a$$;
-- none
CREATE FUNCTION "public"."many"("a" integer[])
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
-- none
CREATE FUNCTION "public"."named"(integer, "b" text)
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
-- none
CREATE FUNCTION "public"."outs"("a" integer, OUT "b" integer, OUT "c" integer)
LANGUAGE sql
AS $$SELECT 1, 2$$;
-- none
CREATE FUNCTION "public"."renamed"("a" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
-- none
CREATE FUNCTION "public"."tabled"()
RETURNS TABLE("a" integer)
LANGUAGE sql
AS $$SELECT 1$$;
