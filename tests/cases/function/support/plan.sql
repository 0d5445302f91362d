-- up
-- none
CREATE OR REPLACE FUNCTION "public"."f"(integer, integer)
RETURNS SETOF integer
LANGUAGE sql
STABLE
AS $$SELECT 1$$;
-- none
CREATE OR REPLACE FUNCTION "public"."g"(integer, integer)
RETURNS SETOF integer
LANGUAGE sql
SUPPORT generate_series_int4_support
AS $$SELECT 2$$;

-- down
-- none
CREATE OR REPLACE FUNCTION "public"."f"(integer, integer)
RETURNS SETOF integer
LANGUAGE sql
STABLE
SUPPORT generate_series_int4_support
AS $$SELECT 1$$;
-- none
CREATE OR REPLACE FUNCTION "public"."g"(integer, integer)
RETURNS SETOF integer
LANGUAGE sql
AS $$SELECT 1$$;
