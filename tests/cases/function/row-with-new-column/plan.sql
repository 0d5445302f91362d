-- up
-- access-exclusive
ALTER TABLE "public"."people" ADD COLUMN "first" text;
-- none
CREATE OR REPLACE FUNCTION "public"."label"("p" "public"."people")
RETURNS text
LANGUAGE sql
AS $$SELECT p.first || p.name$$;

-- down
-- access-exclusive, loses the column "public"."people"."first" and its values
ALTER TABLE "public"."people" DROP COLUMN "first";
-- none
CREATE OR REPLACE FUNCTION "public"."label"("p" "public"."people")
RETURNS text
LANGUAGE sql
AS $$SELECT p.name$$;
