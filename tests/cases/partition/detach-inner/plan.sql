-- up
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."t_1_a"'::regclass AND relname <> 'kept'::name
			AND '"public"."t_b"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'kept');
	END LOOP;
END $$;
-- access-exclusive
ALTER TABLE "public"."t_1" DETACH PARTITION "public"."t_1_a";
-- share-update-exclusive
COMMENT ON TABLE "public"."t_1_a" IS 'old';

-- down
-- share-update-exclusive
COMMENT ON TABLE "public"."t_1_a" IS NULL;
-- access-exclusive
--   only if no rows of "public"."t_1_a" do not fit the partition FOR VALUES IN ('a') of "public"."t_1"
ALTER TABLE "public"."t_1" ATTACH PARTITION "public"."t_1_a" FOR VALUES IN ('a');
