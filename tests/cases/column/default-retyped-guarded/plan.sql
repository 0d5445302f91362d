-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
-- access-exclusive
DROP SEQUENCE IF EXISTS "public"."t_a_seq";
-- access-exclusive, rewrites
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'a'::name AND NOT attisdropped AND atttypid = to_regtype('integer'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE integer, ALTER COLUMN "a" SET DEFAULT 7;
	END IF;
END $$;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 7;
-- access-exclusive
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'b'::name AND NOT attisdropped AND format_type(atttypid, atttypmod) = 'character varying(20)' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT, ALTER COLUMN "b" SET DATA TYPE character varying(20), ALTER COLUMN "b" SET DEFAULT 'y'::character varying;
	END IF;
END $$;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 'y'::character varying;
-- access-exclusive
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'c'::name AND NOT attisdropped AND attidentity <> '')) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "c" DROP DEFAULT;
	END IF;
END $$;
-- access-exclusive
--   only if no rows of "public"."t" have no "c", which becomes required
ALTER TABLE "public"."t" ALTER COLUMN "c" SET NOT NULL;
-- access-exclusive
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'c'::name AND NOT attisdropped AND attidentity <> '')) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "c" ADD GENERATED ALWAYS AS IDENTITY (sequence name "t_c_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);
	END IF;
END $$;
-- row-exclusive
DO $$ BEGIN
	IF NOT ((SELECT is_called FROM "public"."t_c_seq")) THEN
		PERFORM setval('"public"."t_c_seq"', greatest((SELECT max("c") FROM "public"."t") + 1, 1), false);
	END IF;
END $$;

-- down
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no smallint
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'a'::name AND NOT attisdropped AND atttypid = to_regtype('smallint'))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" SET DATA TYPE smallint;
	END IF;
END $$;
-- access-share
CREATE SEQUENCE IF NOT EXISTS "public"."t_a_seq" AS smallint OWNED BY "public"."t"."a";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT nextval('"public"."t_a_seq"'::regclass);
-- row-exclusive
DO $$ BEGIN
	IF NOT ((SELECT is_called FROM "public"."t_a_seq")) THEN
		PERFORM setval('"public"."t_a_seq"', greatest((SELECT max("a") FROM "public"."t") + 1, 1), false);
	END IF;
END $$;
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no character varying(10)
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('"public"."t"') AND attname = 'b'::name AND NOT attisdropped AND format_type(atttypid, atttypmod) = 'character varying(10)' AND attcollation = (SELECT typcollation FROM pg_type WHERE oid = atttypid))) THEN
		ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT, ALTER COLUMN "b" SET DATA TYPE character varying(10), ALTER COLUMN "b" SET DEFAULT 'x'::character varying;
	END IF;
END $$;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 'x'::character varying;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" DROP IDENTITY IF EXISTS;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" DROP NOT NULL;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DEFAULT 1;
