-- up
-- access-exclusive
ALTER POLICY "old" ON "public"."t" RENAME TO "new";

-- down
-- access-exclusive
ALTER POLICY "new" ON "public"."t" RENAME TO "old";
