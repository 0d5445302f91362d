-- up
-- none
ALTER PUBLICATION "p" RENAME TO "q";

-- down
-- none
ALTER PUBLICATION "q" RENAME TO "p";
