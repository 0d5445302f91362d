-- up
-- none
DROP PUBLICATION "p";
-- none
CREATE PUBLICATION "p";

-- down
-- none
DROP PUBLICATION "p";
-- none
CREATE PUBLICATION "p" FOR ALL TABLES;
