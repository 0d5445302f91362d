-- up
-- none
ALTER PUBLICATION "it's ""1""" RENAME TO "Sel.ect";

-- down
-- none
ALTER PUBLICATION "Sel.ect" RENAME TO "it's ""1""";
