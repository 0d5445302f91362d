-- up
-- share-update-exclusive
COMMENT ON TABLE "a.b"."Or""der" IS NULL;
-- access-share
COMMENT ON CONSTRAINT "c'c" ON "a.b"."Or""der" IS 'naïve 😀';
-- share-update-exclusive
COMMENT ON COLUMN "a.b"."Or""der"."x.y" IS 'b';
-- none
COMMENT ON SCHEMA "a.b" IS '$$ ''';

-- down
-- access-share
COMMENT ON CONSTRAINT "c'c" ON "a.b"."Or""der" IS NULL;
-- share-update-exclusive
COMMENT ON COLUMN "a.b"."Or""der"."x.y" IS NULL;
-- none
COMMENT ON SCHEMA "a.b" IS NULL;
-- share-update-exclusive
COMMENT ON TABLE "a.b"."Or""der" IS 'a';
