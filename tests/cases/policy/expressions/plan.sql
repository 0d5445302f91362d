-- up
-- access-exclusive
ALTER POLICY "r" ON "public"."t" USING ((a > 2));
-- access-exclusive
ALTER POLICY "r" ON "public"."t" WITH CHECK ((a > 3));

-- down
-- access-exclusive
ALTER POLICY "r" ON "public"."t" USING ((a > 0));
-- access-exclusive
ALTER POLICY "r" ON "public"."t" WITH CHECK ((a > 1));
