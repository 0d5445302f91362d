-- up
-- access-share
COMMENT ON POLICY "p" ON "public"."t" IS NULL;
-- share-update-exclusive
COMMENT ON INDEX "public"."i" IS 'faster';

-- down
-- share-update-exclusive
COMMENT ON INDEX "public"."i" IS 'fast';
-- access-share
COMMENT ON POLICY "p" ON "public"."t" IS 'own';
