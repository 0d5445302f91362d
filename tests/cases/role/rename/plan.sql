-- up
-- none
ALTER ROLE "reader" RENAME TO "read er";

-- down
-- none
ALTER ROLE "read er" RENAME TO "reader";
