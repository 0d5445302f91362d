-- up
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."address"') AND attnum > 0 AND NOT attisdropped HAVING array_agg(attname ORDER BY attnum) = ARRAY['street', 'zip', 'm']::name[] AND bool_and(CASE attname WHEN 'street' THEN format_type(atttypid, atttypmod) = 'text' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) WHEN 'zip' THEN format_type(atttypid, atttypmod) = 'bigint' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) WHEN 'm' THEN format_type(atttypid, atttypmod) = 'text' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) END))) THEN
		ALTER TYPE "public"."address" RENAME TO "old__address";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."address"') IS NOT NULL) THEN
		CREATE TYPE "public"."address" AS ("street" text, "zip" bigint, "m" text);
	END IF;
END $$;
-- access-exclusive, rewrites, loses the attribute "n" of values in "public"."t"."home"
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'home'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."address"'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "home" SET DATA TYPE "public"."address" USING CASE WHEN "home" IS DISTINCT FROM NULL THEN ROW(("home")."street", ("home")."zip", NULL)::"public"."address" END;
	END IF;
END $$;
-- none
DROP TYPE IF EXISTS "public"."old__address";
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."other"') IS NOT NULL) THEN
		CREATE TYPE "public"."other" AS ("a" integer, "b" text);
	END IF;
END $$;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN IF NOT EXISTS "o" "public"."other";

-- down
-- access-exclusive, loses the column "public"."t"."o" and its values
ALTER TABLE IF EXISTS "public"."t" DROP COLUMN IF EXISTS "o";
-- none
DROP TYPE IF EXISTS "public"."other";
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."address"') AND attnum > 0 AND NOT attisdropped HAVING array_agg(attname ORDER BY attnum) = ARRAY['street', 'zip', 'n']::name[] AND bool_and(CASE attname WHEN 'street' THEN format_type(atttypid, atttypmod) = 'text' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) WHEN 'zip' THEN format_type(atttypid, atttypmod) = 'integer' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) WHEN 'n' THEN format_type(atttypid, atttypmod) = 'integer' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid) END))) THEN
		ALTER TYPE "public"."address" RENAME TO "old__address";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."address"') IS NOT NULL) THEN
		CREATE TYPE "public"."address" AS ("street" text, "zip" integer, "n" integer);
	END IF;
END $$;
-- access-exclusive, rewrites, loses the attribute "m" of values in "public"."t"."home"
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'home'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."address"'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "home" SET DATA TYPE "public"."address" USING CASE WHEN "home" IS DISTINCT FROM NULL THEN ROW(("home")."street", ("home")."zip", NULL)::"public"."address" END;
	END IF;
END $$;
-- none
DROP TYPE IF EXISTS "public"."old__address";
