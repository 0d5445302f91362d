-- up
-- none
CREATE OR REPLACE FUNCTION "public"."f"("a" integer)
RETURNS SETOF integer
LANGUAGE sql
SUPPORT generate_series_int4_support
AS $$SELECT a$$;

-- down
-- none
CREATE OR REPLACE FUNCTION "public"."f"("a" integer)
RETURNS SETOF integer
LANGUAGE sql
ROWS 3
AS $$SELECT a$$;
