-- up
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."s"') IS NOT NULL) THEN
		ALTER TYPE "public"."r" RENAME TO "s";
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
		WHERE NOT (EXISTS (SELECT FROM pg_range JOIN pg_opclass c ON c.oid = rngsubopc WHERE rngtypid = to_regtype('"public"."s"') AND rngsubtype = to_regtype('integer') AND rngcollation = (SELECT typcollation FROM pg_type WHERE oid = rngsubtype) AND opcdefault AND rngsubdiff = 0 AND rngmultitypid = to_regtype('"public"."many"'))) AND r.rngtypid = to_regtype('"public"."s"') AND d.deptype = 'i' AND p.proname NOT LIKE 'old\_\_%'
		UNION ALL SELECT format('TYPE %s RENAME TO %I', t.oid::regtype, 'old__' || t.typname)
		FROM pg_range r JOIN pg_type t ON t.oid = r.rngmultitypid
		WHERE NOT (EXISTS (SELECT FROM pg_range JOIN pg_opclass c ON c.oid = rngsubopc WHERE rngtypid = to_regtype('"public"."s"') AND rngsubtype = to_regtype('integer') AND rngcollation = (SELECT typcollation FROM pg_type WHERE oid = rngsubtype) AND opcdefault AND rngsubdiff = 0 AND rngmultitypid = to_regtype('"public"."many"'))) AND r.rngtypid = to_regtype('"public"."s"') AND t.typname NOT LIKE 'old\_\_%'
	LOOP
		EXECUTE 'ALTER ' || one.rename;
	END LOOP;
END $$;
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_range JOIN pg_opclass c ON c.oid = rngsubopc WHERE rngtypid = to_regtype('"public"."s"') AND rngsubtype = to_regtype('integer') AND rngcollation = (SELECT typcollation FROM pg_type WHERE oid = rngsubtype) AND opcdefault AND rngsubdiff = 0 AND rngmultitypid = to_regtype('"public"."many"'))) THEN
		ALTER TYPE "public"."s" RENAME TO "old__s";
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
		WHERE r.rngtypid = to_regtype('"public"."old__s"') AND d.deptype = 'i' AND p.proname NOT LIKE 'old\_\_%'
		UNION ALL SELECT format('TYPE %s RENAME TO %I', t.oid::regtype, 'old__' || t.typname)
		FROM pg_range r JOIN pg_type t ON t.oid = r.rngmultitypid
		WHERE r.rngtypid = to_regtype('"public"."old__s"') AND t.typname NOT LIKE 'old\_\_%'
	LOOP
		EXECUTE 'ALTER ' || one.rename;
	END LOOP;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."s"') IS NOT NULL) THEN
		CREATE TYPE "public"."s" AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = "public"."many");
	END IF;
END $$;
-- access-exclusive, rewrites
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'a'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."s"'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."s" USING "a"::text::"public"."s";
	END IF;
END $$;
-- none
DROP TYPE IF EXISTS "public"."old__s";
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."days"') IS NOT NULL) THEN
		CREATE TYPE "public"."days" AS RANGE (SUBTYPE = date, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
	END IF;
END $$;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN IF NOT EXISTS "b" "public"."days";

-- down
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."r"') IS NOT NULL) THEN
		ALTER TYPE "public"."s" RENAME TO "r";
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
		WHERE NOT (EXISTS (SELECT FROM pg_range JOIN pg_opclass c ON c.oid = rngsubopc WHERE rngtypid = to_regtype('"public"."r"') AND rngsubtype = to_regtype('integer') AND rngcollation = (SELECT typcollation FROM pg_type WHERE oid = rngsubtype) AND opcdefault AND rngsubdiff = 0 AND rngmultitypid = to_regtype('"public"."r_multirange"'))) AND r.rngtypid = to_regtype('"public"."r"') AND d.deptype = 'i' AND p.proname NOT LIKE 'old\_\_%'
		UNION ALL SELECT format('TYPE %s RENAME TO %I', t.oid::regtype, 'old__' || t.typname)
		FROM pg_range r JOIN pg_type t ON t.oid = r.rngmultitypid
		WHERE NOT (EXISTS (SELECT FROM pg_range JOIN pg_opclass c ON c.oid = rngsubopc WHERE rngtypid = to_regtype('"public"."r"') AND rngsubtype = to_regtype('integer') AND rngcollation = (SELECT typcollation FROM pg_type WHERE oid = rngsubtype) AND opcdefault AND rngsubdiff = 0 AND rngmultitypid = to_regtype('"public"."r_multirange"'))) AND r.rngtypid = to_regtype('"public"."r"') AND t.typname NOT LIKE 'old\_\_%'
	LOOP
		EXECUTE 'ALTER ' || one.rename;
	END LOOP;
END $$;
-- access-exclusive, loses the column "public"."t"."b" and its values
ALTER TABLE IF EXISTS "public"."t" DROP COLUMN IF EXISTS "b";
-- none
DROP TYPE IF EXISTS "public"."days";
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
