-- up
-- access-exclusive
ALTER TABLE "public"."t" FORCE ROW LEVEL SECURITY;

-- down
-- access-exclusive
ALTER TABLE "public"."t" NO FORCE ROW LEVEL SECURITY;
