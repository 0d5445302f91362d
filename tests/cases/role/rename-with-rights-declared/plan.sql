-- up
-- none
ALTER ROLE "reader" RENAME TO "Le""ser";

-- down
-- none
ALTER ROLE "Le""ser" RENAME TO "reader";
