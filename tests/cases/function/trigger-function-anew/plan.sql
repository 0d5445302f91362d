-- up
-- none
DROP PROCEDURE "public"."p"(integer);
-- access-exclusive
DROP TRIGGER "tr" ON "public"."t";
-- none
DROP FUNCTION "public"."go"();
-- none
CREATE PROCEDURE "public"."go"()
LANGUAGE plpgsql
AS $$BEGIN END$$;
-- none
CREATE FUNCTION "public"."p"("a" integer)
RETURNS void
LANGUAGE plpgsql
AS $$BEGIN END$$;
-- none
CREATE FUNCTION "public"."went"()
RETURNS trigger
LANGUAGE plpgsql
AS $$BEGIN RETURN old; END$$;
-- share-row-exclusive
CREATE TRIGGER "tr" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."went"();

-- down
-- none
DROP PROCEDURE "public"."go"();
-- none
DROP FUNCTION "public"."p"(integer);
-- none
CREATE FUNCTION "public"."go"()
RETURNS trigger
LANGUAGE plpgsql
AS $$BEGIN RETURN new; END$$;
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "tr" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- none
DROP FUNCTION "public"."went"();
-- none
CREATE PROCEDURE "public"."p"("a" integer)
LANGUAGE plpgsql
AS $$BEGIN END$$;
