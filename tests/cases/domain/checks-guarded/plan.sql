-- up
-- none
ALTER DOMAIN "public"."email" DROP CONSTRAINT IF EXISTS "b";
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE contypid = to_regtype('"public"."email"') AND conname = 'c'::name)) THEN
		ALTER DOMAIN "public"."email" RENAME CONSTRAINT "a" TO "c";
	END IF;
END $$;
-- share
--   only if no values of "mail" in "public"."users" break the check "d" of the domain "public"."email"
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE contypid = to_regtype('"public"."email"') AND conname = 'd'::name)) THEN
		ALTER DOMAIN "public"."email" ADD CONSTRAINT "d" CHECK ((VALUE <> 'd'::text));
	END IF;
END $$;
-- none
DO $$ BEGIN
	IF NOT (to_regtype('"public"."other"') IS NOT NULL) THEN
		CREATE DOMAIN "public"."other" AS integer;
	END IF;
END $$;
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN IF NOT EXISTS "n" "public"."other";

-- down
-- access-exclusive, loses the column "public"."users"."n" and its values
ALTER TABLE IF EXISTS "public"."users" DROP COLUMN IF EXISTS "n";
-- none
DROP DOMAIN IF EXISTS "public"."other";
-- none
ALTER DOMAIN "public"."email" DROP CONSTRAINT IF EXISTS "d";
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE contypid = to_regtype('"public"."email"') AND conname = 'a'::name)) THEN
		ALTER DOMAIN "public"."email" RENAME CONSTRAINT "c" TO "a";
	END IF;
END $$;
-- share
--   only if no values of "mail" in "public"."users" break the check "b" of the domain "public"."email"
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE contypid = to_regtype('"public"."email"') AND conname = 'b'::name)) THEN
		ALTER DOMAIN "public"."email" ADD CONSTRAINT "b" CHECK ((VALUE <> 'b'::text));
	END IF;
END $$;
