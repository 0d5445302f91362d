-- up
-- access-exclusive
DROP POLICY "r" ON "public"."t";
-- access-exclusive
CREATE POLICY "r" ON "public"."t" AS PERMISSIVE FOR DELETE TO PUBLIC USING (true);

-- down
-- access-exclusive
DROP POLICY "r" ON "public"."t";
-- access-exclusive
CREATE POLICY "r" ON "public"."t" AS PERMISSIVE FOR SELECT TO PUBLIC USING (true);
