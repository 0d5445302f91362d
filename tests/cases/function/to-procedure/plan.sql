-- up
-- none
DROP FUNCTION "public"."kept"(text);
-- none
DROP FUNCTION "public"."note"(text);
-- none
CREATE FUNCTION "public"."kept"("what" text DEFAULT ''::text)
RETURNS SETOF text
LANGUAGE plpgsql
AS $$BEGIN RETURN QUERY SELECT what; END$$;
-- none
CREATE PROCEDURE "public"."note"("what" text, INOUT "done" boolean DEFAULT false)
LANGUAGE plpgsql
AS $$BEGIN INSERT INTO log VALUES (what); END$$;

-- down
-- none
DROP FUNCTION "public"."kept"(text);
-- none
DROP PROCEDURE "public"."note"(text, boolean);
-- row-share
CREATE FUNCTION "public"."kept"("what" text)
RETURNS text
LANGUAGE sql
AS $$SELECT what FROM log FOR UPDATE$$;
-- row-exclusive
CREATE FUNCTION "public"."note"("what" text)
RETURNS void
LANGUAGE sql
AS $$INSERT INTO log VALUES (what)$$;
