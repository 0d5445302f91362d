-- up
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."old__r"') IS NOT NULL) THEN
		ALTER TYPE "public"."r" RENAME TO "old__r";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."old__r_multirange"') IS NOT NULL) THEN
		ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__r"(integer, integer)') IS NOT NULL) THEN
		ALTER FUNCTION "public"."r"(integer, integer) RENAME TO "old__r";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__r"(integer, integer, text)') IS NOT NULL) THEN
		ALTER FUNCTION "public"."r"(integer, integer, text) RENAME TO "old__r";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__r_multirange"()') IS NOT NULL) THEN
		ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__r_multirange"("public"."old__r")') IS NOT NULL) THEN
		ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__r_multirange"("public"."old__r"[])') IS NOT NULL) THEN
		ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
	END IF;
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
	IF NOT (to_regtype('"public"."old__r"') IS NOT NULL) THEN
		ALTER TYPE "public"."r" RENAME TO "old__r";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."old__all.r"') IS NOT NULL) THEN
		ALTER TYPE "public"."all.r" RENAME TO "old__all.r";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__r"(bigint, bigint)') IS NOT NULL) THEN
		ALTER FUNCTION "public"."r"(bigint, bigint) RENAME TO "old__r";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__r"(bigint, bigint, text)') IS NOT NULL) THEN
		ALTER FUNCTION "public"."r"(bigint, bigint, text) RENAME TO "old__r";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__all.r"()') IS NOT NULL) THEN
		ALTER FUNCTION "public"."all.r"() RENAME TO "old__all.r";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__all.r"("public"."old__r")') IS NOT NULL) THEN
		ALTER FUNCTION "public"."all.r"("public"."old__r") RENAME TO "old__all.r";
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regprocedure('"public"."old__all.r"("public"."old__r"[])') IS NOT NULL) THEN
		ALTER FUNCTION "public"."all.r"("public"."old__r"[]) RENAME TO "old__all.r";
	END IF;
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
