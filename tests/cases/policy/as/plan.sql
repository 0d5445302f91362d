-- up
-- access-exclusive
DROP POLICY "r" ON "public"."t";
-- access-exclusive
CREATE POLICY "r" ON "public"."t" AS RESTRICTIVE FOR ALL TO PUBLIC USING (true);

-- down
-- access-exclusive
DROP POLICY "r" ON "public"."t";
-- access-exclusive
CREATE POLICY "r" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING (true);
