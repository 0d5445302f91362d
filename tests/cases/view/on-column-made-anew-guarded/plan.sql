-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."w", which is made again, are declared nowhere and would be lost
DO $$ BEGIN
	IF NOT (NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."w"') AND relkind = 'v')) THEN
		DROP VIEW IF EXISTS "public"."w";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."v"') AND relkind = 'v')) THEN
		DROP VIEW IF EXISTS "public"."v";
	END IF;
END $$;
-- access-exclusive
ALTER TABLE IF EXISTS "public"."t" DROP COLUMN IF EXISTS "b";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN IF NOT EXISTS "b" text GENERATED ALWAYS AS ('y'::text) STORED;
-- access-share
DO $$ BEGIN
	IF NOT (to_regclass('"public"."v"') IS NOT NULL) THEN
		CREATE VIEW "public"."v" AS SELECT b
   FROM public.t;
	END IF;
END $$;
-- access-share
DO $$ BEGIN
	IF NOT (to_regclass('"public"."w"') IS NOT NULL) THEN
		CREATE VIEW "public"."w" AS SELECT b
   FROM public.v;
	END IF;
END $$;

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."w", which is made again, are declared nowhere and would be lost
DO $$ BEGIN
	IF NOT (NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."w"') AND relkind = 'v')) THEN
		DROP VIEW IF EXISTS "public"."w";
	END IF;
END $$;
-- access-exclusive
DO $$ BEGIN
	IF NOT (NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."v"') AND relkind = 'v')) THEN
		DROP VIEW IF EXISTS "public"."v";
	END IF;
END $$;
-- access-exclusive
ALTER TABLE IF EXISTS "public"."t" DROP COLUMN IF EXISTS "b";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN IF NOT EXISTS "b" text GENERATED ALWAYS AS ('x'::text) STORED;
-- access-share
DO $$ BEGIN
	IF NOT (to_regclass('"public"."w"') IS NOT NULL) THEN
		CREATE VIEW "public"."w" AS SELECT a
   FROM public.t;
	END IF;
END $$;
