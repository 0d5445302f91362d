-- up
-- access-exclusive
ALTER MATERIALIZED VIEW "public"."m" RENAME TO "m.""2";

-- down
-- access-exclusive
ALTER MATERIALIZED VIEW "public"."m.""2" RENAME TO "m";
