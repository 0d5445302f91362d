-- up
-- access-exclusive
ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY;
-- access-exclusive
CREATE POLICY "r" ON "public"."t" AS RESTRICTIVE FOR UPDATE TO "anon", "authenticated" USING ((owner = CURRENT_USER)) WITH CHECK ((a > 0));

-- down
-- access-exclusive
DROP POLICY "r" ON "public"."t";
-- access-exclusive
ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
