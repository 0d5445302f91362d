-- up
-- none
DO $$ BEGIN
	IF EXISTS (SELECT FROM pg_type WHERE oid = to_regtype('"public"."mood"') AND typtype = 'e') AND NOT (to_regtype('"public"."old__mood"') IS NOT NULL) THEN
		ALTER TYPE "public"."mood" RENAME TO "old__mood";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."mood"') IS NOT NULL) THEN
		CREATE DOMAIN "public"."mood" AS text CONSTRAINT "mood_check" CHECK ((VALUE <> 'x'::text));
	END IF;
END $$;
-- access-exclusive, rewrites
--   only if no values of "mood" in "public"."people" break the check "mood_check" of the domain "public"."mood"
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."people"') AND attname = 'mood'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."mood"'))) THEN
		ALTER TABLE "public"."people" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::text;
	END IF;
END $$;
-- access-exclusive
ALTER TABLE "public"."people" ALTER COLUMN "mood" SET DEFAULT 'sad'::text;
-- access-exclusive, rewrites
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."people"') AND attname = 'moods'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."mood"[]'))) THEN
		ALTER TABLE "public"."people" ALTER COLUMN "moods" SET DATA TYPE "public"."mood"[];
	END IF;
END $$;
-- none
DROP TYPE IF EXISTS "public"."old__mood";

-- down
-- none
DO $$ BEGIN
	IF EXISTS (SELECT FROM pg_type WHERE oid = to_regtype('"public"."mood"') AND typtype = 'd') AND NOT (to_regtype('"public"."old__mood"') IS NOT NULL) THEN
		ALTER DOMAIN "public"."mood" RENAME TO "old__mood";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."mood"') IS NOT NULL) THEN
		CREATE TYPE "public"."mood" AS ENUM('sad', 'it''s');
	END IF;
END $$;
-- access-exclusive, rewrites
--   only if no values of "mood" in "public"."people" are no "public"."mood"
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."people"') AND attname = 'mood'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."mood"'))) THEN
		ALTER TABLE "public"."people" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::public.mood;
	END IF;
END $$;
-- access-exclusive
ALTER TABLE "public"."people" ALTER COLUMN "mood" SET DEFAULT 'sad'::public.mood;
-- access-exclusive, rewrites
--   only if no values of "moods" in "public"."people" are no "public"."mood"[]
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."people"') AND attname = 'moods'::name AND NOT attisdropped AND atttypid = to_regtype('"public"."mood"[]'))) THEN
		ALTER TABLE "public"."people" ALTER COLUMN "moods" SET DATA TYPE "public"."mood"[] USING "moods"::"public"."mood"[];
	END IF;
END $$;
-- none
DROP DOMAIN IF EXISTS "public"."old__mood";
