-- up
-- access-exclusive
ALTER MATERIALIZED VIEW "public"."m" SET (fillfactor=80, user_catalog_table=true);
-- share-update-exclusive
ALTER MATERIALIZED VIEW "public"."m" RESET (autovacuum_enabled);

-- down
-- share-update-exclusive
ALTER MATERIALIZED VIEW "public"."m" SET (fillfactor=70, autovacuum_enabled=false);
-- access-exclusive
ALTER MATERIALIZED VIEW "public"."m" RESET (user_catalog_table);
