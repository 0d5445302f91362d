-- up
-- none
DROP FUNCTION "public"."g"(text);
-- none
CREATE OR REPLACE FUNCTION "public"."f"("a" integer, "b" integer DEFAULT 2, "m" "public"."mood" DEFAULT 'sad'::public.mood)
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
-- none
CREATE FUNCTION "public"."g"("a" text)
RETURNS text
LANGUAGE sql
AS $$SELECT a$$;

-- down
-- none
DROP FUNCTION "public"."f"(integer, integer, "public"."mood");
-- none
CREATE OR REPLACE FUNCTION "public"."g"("a" text DEFAULT 'x'::text)
RETURNS text
LANGUAGE sql
AS $$SELECT a$$;
-- none
CREATE FUNCTION "public"."f"("a" integer, "b" integer, "m" "public"."mood" DEFAULT 'ok'::public.mood)
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
