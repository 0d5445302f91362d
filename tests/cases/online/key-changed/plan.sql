-- up
-- access-exclusive
ALTER TABLE "public"."posts" DROP CONSTRAINT "posts_kind_fkey";
-- access-exclusive
ALTER TABLE "public"."kinds" DROP CONSTRAINT "kinds_pkey";
-- access-exclusive
--   only if no rows of "public"."lines" have no "part", which becomes required
ALTER TABLE "public"."lines" ADD CONSTRAINT "lines_part_not_null" CHECK ("part" IS NOT NULL) NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."lines" VALIDATE CONSTRAINT "lines_part_not_null";
-- access-exclusive
ALTER TABLE "public"."lines" ALTER COLUMN "part" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."lines" DROP CONSTRAINT "lines_part_not_null";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."lines" repeat a value of ("id", "part"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__lines_pkey" ON "public"."lines" ("id", "part");
-- access-exclusive
ALTER TABLE "public"."lines" DROP CONSTRAINT "lines_pkey", ADD CONSTRAINT "lines_pkey" PRIMARY KEY USING INDEX "new__lines_pkey";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("tenant", "id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__users_key" ON "public"."users" ("tenant", "id");
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "users_pk", ADD CONSTRAINT "users_key" PRIMARY KEY USING INDEX "new__users_key";
-- access-share
COMMENT ON CONSTRAINT "users_key" ON "public"."users" IS 'one each';
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("tenant", "email"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__one_email" ON "public"."users" ("tenant", "email") INCLUDE ("id");
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "one_email", ADD CONSTRAINT "one_email" UNIQUE USING INDEX "new__one_email" DEFERRABLE INITIALLY IMMEDIATE;
-- access-share
COMMENT ON CONSTRAINT "one_email" ON "public"."users" IS 'one in each tenant';
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."kinds" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "kinds_pkey" ON "public"."kinds" ("id") INCLUDE ("name");
-- access-exclusive
ALTER TABLE "public"."kinds" ADD CONSTRAINT "kinds_pkey" PRIMARY KEY USING INDEX "kinds_pkey";
-- share-row-exclusive
ALTER TABLE "public"."posts" ADD CONSTRAINT "posts_kind_fkey" FOREIGN KEY ("kind") REFERENCES "public"."kinds"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."posts" VALIDATE CONSTRAINT "posts_kind_fkey";

-- down
-- access-exclusive
ALTER TABLE "public"."posts" DROP CONSTRAINT "posts_kind_fkey";
-- access-exclusive
ALTER TABLE "public"."kinds" DROP CONSTRAINT "kinds_pkey";
-- access-exclusive
ALTER TABLE "public"."lines" DROP CONSTRAINT "lines_pkey";
-- access-exclusive
ALTER TABLE "public"."lines" ALTER COLUMN "part" DROP NOT NULL;
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__users_pk" ON "public"."users" ("id");
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "users_key", ADD CONSTRAINT "users_pk" PRIMARY KEY USING INDEX "new__users_pk";
-- access-share
COMMENT ON CONSTRAINT "users_pk" ON "public"."users" IS 'one each';
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("email"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__one_email" ON "public"."users" ("email");
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "one_email", ADD CONSTRAINT "one_email" UNIQUE USING INDEX "new__one_email";
-- access-share
COMMENT ON CONSTRAINT "one_email" ON "public"."users" IS 'one each';
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."kinds" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "kinds_pkey" ON "public"."kinds" ("id");
-- access-exclusive
ALTER TABLE "public"."kinds" ADD CONSTRAINT "kinds_pkey" PRIMARY KEY USING INDEX "kinds_pkey";
-- share-row-exclusive
ALTER TABLE "public"."posts" ADD CONSTRAINT "posts_kind_fkey" FOREIGN KEY ("kind") REFERENCES "public"."kinds"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."posts" VALIDATE CONSTRAINT "posts_kind_fkey";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."lines" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "lines_pkey" ON "public"."lines" ("id");
-- access-exclusive
ALTER TABLE "public"."lines" ADD CONSTRAINT "lines_pkey" PRIMARY KEY USING INDEX "lines_pkey";
