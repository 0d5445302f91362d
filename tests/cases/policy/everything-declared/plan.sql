-- up
-- access-exclusive
DROP POLICY "command" ON "public"."notes";
-- access-exclusive
DROP POLICY "gone" ON "public"."notes";
-- access-exclusive
DROP POLICY "kind" ON "public"."notes";
-- access-exclusive
ALTER POLICY "roles" ON "public"."notes" TO "anon", "authenticated";
-- access-exclusive
ALTER POLICY "texts" ON "public"."notes" USING ("notes"."id" > 1);
-- access-exclusive
ALTER POLICY "texts" ON "public"."notes" WITH CHECK ("notes"."id" < 100);
-- access-exclusive
CREATE POLICY "command" ON "public"."notes" AS PERMISSIVE FOR DELETE TO PUBLIC USING ("notes"."id" > 0);
-- access-exclusive
CREATE POLICY "kind" ON "public"."notes" AS RESTRICTIVE FOR ALL TO PUBLIC USING (true);
-- access-exclusive
CREATE POLICY "new" ON "public"."notes" AS PERMISSIVE FOR INSERT TO PUBLIC WITH CHECK ("notes"."author" is not null);

-- down
-- access-exclusive
DROP POLICY "command" ON "public"."notes";
-- access-exclusive
DROP POLICY "kind" ON "public"."notes";
-- access-exclusive
DROP POLICY "new" ON "public"."notes";
-- access-exclusive
ALTER POLICY "roles" ON "public"."notes" TO "authenticated";
-- access-exclusive
ALTER POLICY "texts" ON "public"."notes" USING ("notes"."id" > 0);
-- access-exclusive
ALTER POLICY "texts" ON "public"."notes" WITH CHECK ("notes"."id" < 10);
-- access-exclusive
CREATE POLICY "command" ON "public"."notes" AS PERMISSIVE FOR SELECT TO PUBLIC USING ("notes"."id" > 0);
-- access-exclusive
CREATE POLICY "gone" ON "public"."notes" AS PERMISSIVE FOR ALL TO PUBLIC USING (true);
-- access-exclusive
CREATE POLICY "kind" ON "public"."notes" AS PERMISSIVE FOR ALL TO PUBLIC USING (true);
