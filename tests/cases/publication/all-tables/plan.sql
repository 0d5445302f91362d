-- up
-- none
DROP PUBLICATION "p";
-- none
CREATE PUBLICATION "p" FOR ALL TABLES;
-- none
COMMENT ON PUBLICATION "p" IS 'x';

-- down
-- none
DROP PUBLICATION "p";
-- share-update-exclusive
CREATE PUBLICATION "p" FOR TABLE "public"."users";
-- none
COMMENT ON PUBLICATION "p" IS 'x';
