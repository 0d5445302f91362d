-- up
-- share-update-exclusive
ALTER TABLE "public"."t" SET (fillfactor=80, autovacuum_enabled=false);
-- share-update-exclusive
ALTER TABLE "public"."t" RESET (autovacuum_vacuum_scale_factor);

-- down
-- share-update-exclusive
ALTER TABLE "public"."t" SET (fillfactor=70, autovacuum_vacuum_scale_factor=0.1);
-- share-update-exclusive
ALTER TABLE "public"."t" RESET (autovacuum_enabled);
