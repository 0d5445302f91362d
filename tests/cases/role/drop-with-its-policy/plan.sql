-- up
-- access-exclusive
ALTER POLICY "p" ON "public"."t" TO "anon";
-- none, loses the role "writer", its password and memberships
DROP ROLE "writer";

-- down
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'writer'::name)) THEN
		CREATE ROLE "writer";
	END IF;
END $$;
-- access-exclusive
ALTER POLICY "p" ON "public"."t" TO "anon", "writer";
