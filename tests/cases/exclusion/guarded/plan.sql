-- up
-- access-exclusive
ALTER TABLE IF EXISTS "public"."t" DROP CONSTRAINT IF EXISTS "x";
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "x" excludes
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('"public"."t"') AND conname = 'x'::name)) THEN
		ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING gist ("during" WITH &&) WHERE ((id < 9));
	END IF;
END $$;

-- down
-- access-exclusive
ALTER TABLE IF EXISTS "public"."t" DROP CONSTRAINT IF EXISTS "x";
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "x" excludes
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('"public"."t"') AND conname = 'x'::name)) THEN
		ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING gist ("during" WITH &&);
	END IF;
END $$;
