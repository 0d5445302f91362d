-- up
-- none
ALTER SCHEMA "shop" RENAME TO "store";

-- down
-- none
ALTER SCHEMA "store" RENAME TO "shop";
