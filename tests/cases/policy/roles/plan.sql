-- up
-- access-exclusive
ALTER POLICY "r" ON "public"."t" TO "authenticated", "postgres";

-- down
-- access-exclusive
ALTER POLICY "r" ON "public"."t" TO "anon";
