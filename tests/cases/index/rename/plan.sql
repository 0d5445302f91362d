-- up
-- share-update-exclusive
ALTER INDEX "public"."old" RENAME TO "new";

-- down
-- share-update-exclusive
ALTER INDEX "public"."new" RENAME TO "old";
