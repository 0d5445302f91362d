-- up
-- access-exclusive, loses the table "public"."t_1" and its rows
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."t"') AND replace(pg_get_partkeydef(oid), '"', '') = 'RANGE (b)')) THEN
		DROP TABLE IF EXISTS "public"."t_1";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."v"') AND relkind = 'v')) THEN
		DROP VIEW IF EXISTS "public"."v";
	END IF;
END $$;
-- access-exclusive, loses the table "public"."t" and its rows
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."t"') AND replace(pg_get_partkeydef(oid), '"', '') = 'RANGE (b)')) THEN
		DROP TABLE IF EXISTS "public"."t";
	END IF;
END $$;
-- none
CREATE TABLE IF NOT EXISTS "public"."t" (
	"a" integer,
	"b" integer
) PARTITION BY RANGE (b);
-- access-exclusive
CREATE TABLE IF NOT EXISTS "public"."t_1" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9);
-- access-share
DO $$ BEGIN
	IF NOT (to_regclass('"public"."v"') IS NOT NULL) THEN
		CREATE VIEW "public"."v" AS SELECT a
   FROM public.t;
	END IF;
END $$;

-- down
-- access-exclusive, loses the table "public"."t_1" and its rows
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."t"') AND replace(pg_get_partkeydef(oid), '"', '') = 'RANGE (a)')) THEN
		DROP TABLE IF EXISTS "public"."t_1";
	END IF;
END $$;
-- access-exclusive
DO $$ BEGIN
	IF NOT (NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."v"') AND relkind = 'v')) THEN
		DROP VIEW IF EXISTS "public"."v";
	END IF;
END $$;
-- access-exclusive, loses the table "public"."t" and its rows
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"public"."t"') AND replace(pg_get_partkeydef(oid), '"', '') = 'RANGE (a)')) THEN
		DROP TABLE IF EXISTS "public"."t";
	END IF;
END $$;
-- none
CREATE TABLE IF NOT EXISTS "public"."t" (
	"a" integer,
	"b" integer
) PARTITION BY RANGE (a);
-- access-exclusive
CREATE TABLE IF NOT EXISTS "public"."t_1" PARTITION OF "public"."t" FOR VALUES FROM (1) TO (9);
