-- up
-- share-update-exclusive
ALTER INDEX "public"."one" RENAME TO "three";
-- share-update-exclusive
ALTER INDEX "public"."two" RENAME TO "one";

-- down
-- share-update-exclusive
ALTER INDEX "public"."one" RENAME TO "two";
-- share-update-exclusive
ALTER INDEX "public"."three" RENAME TO "one";
