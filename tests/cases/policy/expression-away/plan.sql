-- up
-- access-exclusive
DROP POLICY "r" ON "public"."t";
-- access-exclusive
CREATE POLICY "r" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));

-- down
-- access-exclusive
ALTER POLICY "r" ON "public"."t" WITH CHECK ((a > 1));
