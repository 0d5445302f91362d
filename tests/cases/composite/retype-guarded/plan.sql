-- up
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."item"') AND attnum > 0 AND NOT attisdropped HAVING array_agg(attname ORDER BY attnum) = ARRAY['n', 's']::name[] AND bool_and(CASE attname WHEN 'n' THEN format_type(atttypid, atttypmod) = 'boolean' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) WHEN 's' THEN format_type(atttypid, atttypmod) = 'text' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) END))) THEN
		ALTER TYPE "public"."item" RENAME TO "old__item";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."item"') AND attnum > 0 AND NOT attisdropped HAVING array_agg(attname ORDER BY attnum) = ARRAY['n', 's']::name[] AND bool_and(CASE attname WHEN 'n' THEN format_type(atttypid, atttypmod) = 'boolean' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) WHEN 's' THEN format_type(atttypid, atttypmod) = 'text' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) END))) THEN
		ALTER DOMAIN "public"."thing" RENAME TO "old__thing";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."item"') IS NOT NULL) THEN
		CREATE TYPE "public"."item" AS ("n" boolean, "s" text);
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."thing"') IS NOT NULL) THEN
		CREATE DOMAIN "public"."thing" AS "public"."item";
	END IF;
END $$;
-- access-exclusive, rewrites, loses numbers other than 0 and 1 in "public"."t"."a"
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'a'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."item"'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."item" USING CASE WHEN "a" IS DISTINCT FROM NULL THEN ROW(("a")."n"::boolean, ("a")."s")::"public"."item" END;
	END IF;
END $$;
-- access-exclusive, rewrites, loses numbers other than 0 and 1 in "public"."t"."b"
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'b'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."thing"'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."thing" USING CASE WHEN "b" IS DISTINCT FROM NULL THEN ROW(("b")."n"::boolean, ("b")."s")::"public"."item"::"public"."thing" END;
	END IF;
END $$;
-- none
DROP DOMAIN IF EXISTS "public"."old__thing";
-- none
DROP TYPE IF EXISTS "public"."old__item";
-- none
CREATE TABLE IF NOT EXISTS "public"."u" (
	"a" "public"."item"
);

-- down
-- access-exclusive, loses the table "public"."u" and its rows
DROP TABLE IF EXISTS "public"."u";
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."item"') AND attnum > 0 AND NOT attisdropped HAVING array_agg(attname ORDER BY attnum) = ARRAY['n', 's']::name[] AND bool_and(CASE attname WHEN 'n' THEN format_type(atttypid, atttypmod) = 'integer' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) WHEN 's' THEN format_type(atttypid, atttypmod) = 'text' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) END))) THEN
		ALTER TYPE "public"."item" RENAME TO "old__item";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."item"') AND attnum > 0 AND NOT attisdropped HAVING array_agg(attname ORDER BY attnum) = ARRAY['n', 's']::name[] AND bool_and(CASE attname WHEN 'n' THEN format_type(atttypid, atttypmod) = 'integer' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) WHEN 's' THEN format_type(atttypid, atttypmod) = 'text' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) END))) THEN
		ALTER DOMAIN "public"."thing" RENAME TO "old__thing";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."item"') IS NOT NULL) THEN
		CREATE TYPE "public"."item" AS ("n" integer, "s" text);
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."thing"') IS NOT NULL) THEN
		CREATE DOMAIN "public"."thing" AS "public"."item";
	END IF;
END $$;
-- access-exclusive, rewrites
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'a'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."item"'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."item" USING CASE WHEN "a" IS DISTINCT FROM NULL THEN ROW(("a")."n"::integer, ("a")."s")::"public"."item" END;
	END IF;
END $$;
-- access-exclusive, rewrites
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'b'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."thing"'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."thing" USING CASE WHEN "b" IS DISTINCT FROM NULL THEN ROW(("b")."n"::integer, ("b")."s")::"public"."item"::"public"."thing" END;
	END IF;
END $$;
-- none
DROP DOMAIN IF EXISTS "public"."old__thing";
-- none
DROP TYPE IF EXISTS "public"."old__item";
