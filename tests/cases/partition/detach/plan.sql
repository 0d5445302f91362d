-- up
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."events_23"'::regclass AND relname <> 'by kind'::name
			AND '"public"."events_kind"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'by kind');
	END LOOP;
END $$;
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."events_23"'::regclass AND relname <> 'events 23 key'::name
			AND '"public"."events_pkey"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'events 23 key');
	END LOOP;
END $$;
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."events_23"'::regclass AND relname <> 'events_23_once'::name
			AND '"public"."once"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'events_23_once');
	END LOOP;
END $$;
-- access-exclusive
ALTER TABLE "public"."events" DETACH PARTITION "public"."events_23";

-- down
-- access-exclusive
--   only if no rows of "public"."events_23" do not fit the partition FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') of "public"."events"
ALTER TABLE "public"."events" ATTACH PARTITION "public"."events_23" FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
