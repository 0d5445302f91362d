-- up
-- none
CREATE PUBLICATION "everything" FOR ALL TABLES;
-- share-update-exclusive
CREATE PUBLICATION "news" FOR TABLE "app"."orders", "public"."users" WITH (publish = 'insert, update');
-- none
COMMENT ON PUBLICATION "news" IS 'to the shop';
-- none
CREATE PUBLICATION "nothing";

-- down
-- none
DROP PUBLICATION "everything";
-- none
DROP PUBLICATION "news";
-- none
DROP PUBLICATION "nothing";
