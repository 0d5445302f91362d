-- up
-- none
CREATE OR REPLACE FUNCTION "public"."f"("a" integer)
RETURNS integer
LANGUAGE plpgsql
AS $$BEGIN RETURN a; END$$;
-- none
CREATE OR REPLACE FUNCTION "public"."g"("a" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT a$$;

-- down
-- none
CREATE OR REPLACE FUNCTION "public"."f"("a" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT a$$;
-- none
CREATE OR REPLACE FUNCTION "public"."g"("a" integer)
RETURNS integer
LANGUAGE sql
RETURN a;
