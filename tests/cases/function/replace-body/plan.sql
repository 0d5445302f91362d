-- up
-- none
CREATE OR REPLACE FUNCTION "public"."f"("a" integer)
RETURNS integer
LANGUAGE plpgsql
STABLE
COST 7
AS $$BEGIN RETURN a + 1; END$$;
-- none
CREATE OR REPLACE FUNCTION "public"."h"("a" integer)
RETURNS integer
LANGUAGE sql
RETURN (a + 1);
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "b" integer;
-- access-share
CREATE OR REPLACE FUNCTION "public"."g"()
RETURNS bigint
LANGUAGE sql
AS $$SELECT count(b) FROM t$$;

-- down
-- access-exclusive, loses the column "public"."t"."b" and its values
ALTER TABLE "public"."t" DROP COLUMN "b";
-- none
CREATE OR REPLACE FUNCTION "public"."f"("a" integer)
RETURNS integer
LANGUAGE plpgsql
STABLE
STRICT
COST 5
AS $$BEGIN RETURN a; END$$;
-- access-share
CREATE OR REPLACE FUNCTION "public"."g"()
RETURNS bigint
LANGUAGE sql
AS $$SELECT count(*) FROM t$$;
-- none
CREATE OR REPLACE FUNCTION "public"."h"("a" integer)
RETURNS integer
LANGUAGE sql
RETURN a;
