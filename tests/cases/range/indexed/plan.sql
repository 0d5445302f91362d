-- up
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_range JOIN pg_opclass c ON c.oid = rngsubopc WHERE rngtypid = to_regtype('"public"."r"') AND rngsubtype = to_regtype('bigint') AND rngcollation = (SELECT typcollation FROM pg_type WHERE oid = rngsubtype) AND opcdefault AND rngsubdiff = 0 AND rngmultitypid = to_regtype('"public"."all.r"'))) THEN
		ALTER TYPE "public"."r" RENAME TO "old__r";
	END IF;
END $$;
-- none
DO $$ DECLARE
	one record;
BEGIN
	FOR one IN SELECT format('FUNCTION %s RENAME TO %I', p.oid::regprocedure, 'old__' || p.proname) AS rename
		FROM pg_range r
		JOIN pg_depend d ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (r.rngtypid, r.rngmultitypid)
		JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND p.oid = d.objid
		WHERE r.rngtypid = to_regtype('"public"."old__r"') AND d.deptype = 'i' AND p.proname NOT LIKE 'old\_\_%'
		UNION ALL SELECT format('TYPE %s RENAME TO %I', t.oid::regtype, 'old__' || t.typname)
		FROM pg_range r JOIN pg_type t ON t.oid = r.rngmultitypid
		WHERE r.rngtypid = to_regtype('"public"."old__r"') AND t.typname NOT LIKE 'old\_\_%'
	LOOP
		EXECUTE 'ALTER ' || one.rename;
	END LOOP;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."r"') IS NOT NULL) THEN
		CREATE TYPE "public"."r" AS RANGE (SUBTYPE = bigint, MULTIRANGE_TYPE_NAME = "public"."all.r");
	END IF;
END $$;
-- access-exclusive, rewrites
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'a'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."r"'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
	END IF;
END $$;
-- none
DROP TYPE IF EXISTS "public"."old__r";

-- down
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_range JOIN pg_opclass c ON c.oid = rngsubopc WHERE rngtypid = to_regtype('"public"."r"') AND rngsubtype = to_regtype('integer') AND rngcollation = (SELECT typcollation FROM pg_type WHERE oid = rngsubtype) AND opcdefault AND rngsubdiff = 0 AND rngmultitypid = to_regtype('"public"."r_multirange"'))) THEN
		ALTER TYPE "public"."r" RENAME TO "old__r";
	END IF;
END $$;
-- none
DO $$ DECLARE
	one record;
BEGIN
	FOR one IN SELECT format('FUNCTION %s RENAME TO %I', p.oid::regprocedure, 'old__' || p.proname) AS rename
		FROM pg_range r
		JOIN pg_depend d ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (r.rngtypid, r.rngmultitypid)
		JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND p.oid = d.objid
		WHERE r.rngtypid = to_regtype('"public"."old__r"') AND d.deptype = 'i' AND p.proname NOT LIKE 'old\_\_%'
		UNION ALL SELECT format('TYPE %s RENAME TO %I', t.oid::regtype, 'old__' || t.typname)
		FROM pg_range r JOIN pg_type t ON t.oid = r.rngmultitypid
		WHERE r.rngtypid = to_regtype('"public"."old__r"') AND t.typname NOT LIKE 'old\_\_%'
	LOOP
		EXECUTE 'ALTER ' || one.rename;
	END LOOP;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."r"') IS NOT NULL) THEN
		CREATE TYPE "public"."r" AS RANGE (SUBTYPE = integer);
	END IF;
END $$;
-- access-exclusive, rewrites
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'a'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."r"'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
	END IF;
END $$;
-- none
DROP TYPE IF EXISTS "public"."old__r";
