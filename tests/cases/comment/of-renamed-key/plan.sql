-- up
-- access-share
COMMENT ON CONSTRAINT "us""ers_key" ON "public"."us""ers" IS NULL;
-- access-exclusive
ALTER TABLE "public"."us""ers" RENAME CONSTRAINT "us""ers_key" TO "key";

-- down
-- access-exclusive
ALTER TABLE "public"."us""ers" RENAME CONSTRAINT "key" TO "us""ers_key";
-- access-share
COMMENT ON CONSTRAINT "us""ers_key" ON "public"."us""ers" IS 'one each';
