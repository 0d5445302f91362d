-- up
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'writer'::name)) THEN
		CREATE ROLE "writer";
	END IF;
END $$;
-- access-exclusive
ALTER POLICY "p" ON "public"."t" TO "anon", "writer";
-- access-exclusive
CREATE POLICY "q" ON "public"."t" AS PERMISSIVE FOR ALL TO "postgres", "writer";

-- down
-- access-exclusive
DROP POLICY "q" ON "public"."t";
-- access-exclusive
ALTER POLICY "p" ON "public"."t" TO "anon";
