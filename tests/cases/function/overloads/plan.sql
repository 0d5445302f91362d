-- up
-- none
CREATE FUNCTION "public"."f"("a" integer, "b" integer, "c" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT a + b + c$$;
-- none
CREATE FUNCTION "public"."f"("a" integer, "b" integer)
RETURNS integer
LANGUAGE sql
RETURN public.f(a, b, 0);
-- none
CREATE OR REPLACE FUNCTION "public"."f"("a" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT f(a, 0)$$;
-- none
CREATE FUNCTION "public"."f"("a" text)
RETURNS integer
LANGUAGE sql
AS $$SELECT f(length(a))$$;

-- down
-- none
DROP FUNCTION "public"."f"(integer, integer);
-- none
DROP FUNCTION "public"."f"(integer, integer, integer);
-- none
DROP FUNCTION "public"."f"(text);
-- none
CREATE OR REPLACE FUNCTION "public"."f"("a" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT a$$;
