-- up
-- none
CREATE SCHEMA "other";
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."users", TABLES IN SCHEMA "other";

-- down
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLES IN SCHEMA "app";
-- none
DROP SCHEMA "other";
