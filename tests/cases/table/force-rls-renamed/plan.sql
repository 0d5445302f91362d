-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME TO "o.ld";
-- access-exclusive
ALTER TABLE "public"."o.ld" ENABLE ROW LEVEL SECURITY;
-- access-exclusive
ALTER TABLE "public"."o.ld" NO FORCE ROW LEVEL SECURITY;

-- down
-- access-exclusive
ALTER TABLE "public"."o.ld" RENAME TO "t";
-- access-exclusive
ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
-- access-exclusive
ALTER TABLE "public"."t" FORCE ROW LEVEL SECURITY;
