-- up
-- access-exclusive
ALTER TABLE "public"."users" ENABLE ROW LEVEL SECURITY;

-- down
-- access-exclusive
ALTER TABLE "public"."users" DISABLE ROW LEVEL SECURITY;
