-- up
-- share-update-exclusive
COMMENT ON TABLE "public"."t" IS 'Two
lines, a \backslash and ''quotes''; --';
-- share-update-exclusive
COMMENT ON TABLE "public"."u" IS 'new';

-- down
-- share-update-exclusive
COMMENT ON TABLE "public"."u" IS NULL;
-- share-update-exclusive
COMMENT ON TABLE "public"."t" IS 'It''s a table';
