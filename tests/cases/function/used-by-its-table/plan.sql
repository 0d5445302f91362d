-- up
-- access-exclusive
ALTER TABLE "public"."members" ENABLE ROW LEVEL SECURITY;
-- access-share
CREATE FUNCTION "public"."is_member"("wanted" integer)
RETURNS boolean
LANGUAGE sql
STABLE
SECURITY DEFINER
SET "search_path" TO ''
AS $$SELECT EXISTS (SELECT FROM public.members WHERE org = wanted)$$;
-- access-exclusive
CREATE POLICY "own" ON "public"."members" AS PERMISSIVE FOR ALL TO "authenticated" USING (public.is_member(org));

-- down
-- access-exclusive
DROP POLICY "own" ON "public"."members";
-- none
DROP FUNCTION "public"."is_member"(integer);
-- access-exclusive
ALTER TABLE "public"."members" DISABLE ROW LEVEL SECURITY;
