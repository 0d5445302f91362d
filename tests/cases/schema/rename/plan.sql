-- up
-- none
ALTER SCHEMA "billing" RENAME TO "finance";

-- down
-- none
ALTER SCHEMA "finance" RENAME TO "billing";
