-- up
-- share-update-exclusive
ALTER TABLE "public"."t" SET (toast_tuple_target=256, toast.autovacuum_enabled=false);

-- down
-- share-update-exclusive
ALTER TABLE "public"."t" RESET (toast_tuple_target, toast.autovacuum_enabled);
