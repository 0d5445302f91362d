-- up
-- access-exclusive
ALTER TABLE IF EXISTS "public"."posts" DROP CONSTRAINT IF EXISTS "posts_kind_fkey";
-- access-exclusive
ALTER TABLE IF EXISTS "public"."kinds" DROP CONSTRAINT IF EXISTS "kinds_pkey";
-- access-exclusive
--   only if no rows of "public"."lines" have no "part", which becomes required
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('"public"."lines"') AND conname = 'lines_part_not_null'::name)) THEN
		ALTER TABLE "public"."lines" ADD CONSTRAINT "lines_part_not_null" CHECK ("part" IS NOT NULL) NOT VALID;
	END IF;
END $$;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."lines" VALIDATE CONSTRAINT "lines_part_not_null";
-- access-exclusive
ALTER TABLE "public"."lines" ALTER COLUMN "part" SET NOT NULL;
-- access-exclusive
ALTER TABLE IF EXISTS "public"."lines" DROP CONSTRAINT IF EXISTS "lines_part_not_null";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."lines" repeat a value of ("id", "part"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "new__lines_pkey" ON "public"."lines" ("id", "part");
-- access-exclusive
ALTER TABLE IF EXISTS "public"."lines" DROP CONSTRAINT IF EXISTS "lines_pkey", ADD CONSTRAINT "lines_pkey" PRIMARY KEY USING INDEX "new__lines_pkey";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("tenant", "id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "new__users_key" ON "public"."users" ("tenant", "id");
-- access-exclusive
ALTER TABLE IF EXISTS "public"."users" DROP CONSTRAINT IF EXISTS "users_pk", DROP CONSTRAINT IF EXISTS "users_key", ADD CONSTRAINT "users_key" PRIMARY KEY USING INDEX "new__users_key";
-- access-share
COMMENT ON CONSTRAINT "users_key" ON "public"."users" IS 'one each';
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("tenant", "email"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "new__one_email" ON "public"."users" ("tenant", "email") INCLUDE ("id");
-- access-exclusive
ALTER TABLE IF EXISTS "public"."users" DROP CONSTRAINT IF EXISTS "one_email", ADD CONSTRAINT "one_email" UNIQUE USING INDEX "new__one_email" DEFERRABLE INITIALLY IMMEDIATE;
-- access-share
COMMENT ON CONSTRAINT "one_email" ON "public"."users" IS 'one in each tenant';
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."kinds" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "kinds_pkey" ON "public"."kinds" ("id") INCLUDE ("name");
-- access-exclusive
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('"public"."kinds"') AND conname = 'kinds_pkey'::name)) THEN
		ALTER TABLE "public"."kinds" ADD CONSTRAINT "kinds_pkey" PRIMARY KEY USING INDEX "kinds_pkey";
	END IF;
END $$;
-- share-row-exclusive
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('"public"."posts"') AND conname = 'posts_kind_fkey'::name)) THEN
		ALTER TABLE "public"."posts" ADD CONSTRAINT "posts_kind_fkey" FOREIGN KEY ("kind") REFERENCES "public"."kinds"("id") ON DELETE no action ON UPDATE no action NOT VALID;
	END IF;
END $$;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."posts" VALIDATE CONSTRAINT "posts_kind_fkey";

-- down
-- access-exclusive
ALTER TABLE IF EXISTS "public"."posts" DROP CONSTRAINT IF EXISTS "posts_kind_fkey";
-- access-exclusive
ALTER TABLE IF EXISTS "public"."kinds" DROP CONSTRAINT IF EXISTS "kinds_pkey";
-- access-exclusive
ALTER TABLE IF EXISTS "public"."lines" DROP CONSTRAINT IF EXISTS "lines_pkey";
-- access-exclusive
ALTER TABLE "public"."lines" ALTER COLUMN "part" DROP NOT NULL;
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "new__users_pk" ON "public"."users" ("id");
-- access-exclusive
ALTER TABLE IF EXISTS "public"."users" DROP CONSTRAINT IF EXISTS "users_key", DROP CONSTRAINT IF EXISTS "users_pk", ADD CONSTRAINT "users_pk" PRIMARY KEY USING INDEX "new__users_pk";
-- access-share
COMMENT ON CONSTRAINT "users_pk" ON "public"."users" IS 'one each';
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("email"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "new__one_email" ON "public"."users" ("email");
-- access-exclusive
ALTER TABLE IF EXISTS "public"."users" DROP CONSTRAINT IF EXISTS "one_email", ADD CONSTRAINT "one_email" UNIQUE USING INDEX "new__one_email";
-- access-share
COMMENT ON CONSTRAINT "one_email" ON "public"."users" IS 'one each';
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."kinds" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "kinds_pkey" ON "public"."kinds" ("id");
-- access-exclusive
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('"public"."kinds"') AND conname = 'kinds_pkey'::name)) THEN
		ALTER TABLE "public"."kinds" ADD CONSTRAINT "kinds_pkey" PRIMARY KEY USING INDEX "kinds_pkey";
	END IF;
END $$;
-- share-row-exclusive
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('"public"."posts"') AND conname = 'posts_kind_fkey'::name)) THEN
		ALTER TABLE "public"."posts" ADD CONSTRAINT "posts_kind_fkey" FOREIGN KEY ("kind") REFERENCES "public"."kinds"("id") ON DELETE no action ON UPDATE no action NOT VALID;
	END IF;
END $$;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."posts" VALIDATE CONSTRAINT "posts_kind_fkey";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."lines" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "lines_pkey" ON "public"."lines" ("id");
-- access-exclusive
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('"public"."lines"') AND conname = 'lines_pkey'::name)) THEN
		ALTER TABLE "public"."lines" ADD CONSTRAINT "lines_pkey" PRIMARY KEY USING INDEX "lines_pkey";
	END IF;
END $$;
