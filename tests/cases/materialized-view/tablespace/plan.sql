-- up
-- access-exclusive, rewrites
ALTER MATERIALIZED VIEW "public"."v" SET TABLESPACE "fast";

-- down
-- access-exclusive, rewrites
ALTER MATERIALIZED VIEW "public"."v" SET TABLESPACE "pg_default";
