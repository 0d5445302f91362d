-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."cache" SET UNLOGGED;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."cache" SET LOGGED;
