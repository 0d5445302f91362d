-- up
-- none
DO $$ BEGIN
	IF NOT (NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader'::name))) THEN
		ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM "reader";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader'::name))) THEN
		ALTER DEFAULT PRIVILEGES FOR ROLE "reader" REVOKE SELECT ON TABLES FROM "anon";
	END IF;
END $$;
-- access-share
DO $$ BEGIN
	IF NOT (NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader'::name))) THEN
		REVOKE UPDATE ("name") ON TABLE "public"."t" FROM "reader";
	END IF;
END $$;
-- access-share
DO $$ BEGIN
	IF NOT (NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader'::name))) THEN
		REVOKE SELECT ON TABLE "public"."t" FROM "reader";
	END IF;
END $$;
-- none, loses the role "reader", its password and memberships
DROP ROLE IF EXISTS "reader";

-- down
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader'::name)) THEN
		CREATE ROLE "reader";
	END IF;
END $$;
-- none
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO "reader";
-- none
ALTER DEFAULT PRIVILEGES FOR ROLE "reader" GRANT SELECT ON TABLES TO "anon";
-- access-share
GRANT SELECT ON TABLE "public"."t" TO "reader";
-- access-share
GRANT UPDATE ("name") ON TABLE "public"."t" TO "reader";
