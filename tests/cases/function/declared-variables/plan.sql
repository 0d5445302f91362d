-- up
-- none
CREATE TYPE "public"."zone" AS ENUM('a', 'b');
-- none
CREATE TABLE "public"."zoned" (
	"z" "public"."zone",
	"n" integer DEFAULT public.zero()
);
-- none
CREATE FUNCTION "public"."another"()
RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
  z public.zone := 'a'; -- isn't 'b'
  r public.zoned%ROWTYPE;
BEGIN
  RETURN 1;
END $$;

-- down
-- none
DROP FUNCTION "public"."another"();
-- access-exclusive, loses the table "public"."zoned" and its rows
DROP TABLE "public"."zoned";
-- none
DROP TYPE "public"."zone";
