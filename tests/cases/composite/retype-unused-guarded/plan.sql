-- up
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."item"') AND attname = 'n'::name AND NOT attisdropped AND format_type(atttypid, atttypmod) = 'character varying(20)' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid))) THEN
		ALTER TYPE "public"."item" ALTER ATTRIBUTE "n" SET DATA TYPE character varying(20);
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."item"') AND attname = 'm'::name AND NOT attisdropped AND format_type(atttypid, atttypmod) = 'bigint' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid))) THEN
		ALTER TYPE "public"."item" ALTER ATTRIBUTE "m" SET DATA TYPE bigint;
	END IF;
END $$;
-- none
CREATE TABLE IF NOT EXISTS "public"."t" (
	"a" "public"."item"
);

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE IF EXISTS "public"."t";
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."item"') AND attnum > 0 AND NOT attisdropped HAVING array_agg(attname ORDER BY attnum) = ARRAY['n', 'm']::name[] AND bool_and(CASE attname WHEN 'n' THEN format_type(atttypid, atttypmod) = 'character varying(10)' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) WHEN 'm' THEN format_type(atttypid, atttypmod) = 'integer' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) END))) THEN
		ALTER TYPE "public"."item" RENAME TO "old__item";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."item"') IS NOT NULL) THEN
		CREATE TYPE "public"."item" AS ("n" character varying(10), "m" integer);
	END IF;
END $$;
-- none
DROP TYPE IF EXISTS "public"."old__item";
