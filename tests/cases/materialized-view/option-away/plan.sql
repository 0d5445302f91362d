-- up
-- share-update-exclusive
ALTER MATERIALIZED VIEW "public"."m" RESET (fillfactor);

-- down
-- share-update-exclusive
ALTER MATERIALIZED VIEW "public"."m" SET (fillfactor=70);
