-- up
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."events_23"'::regclass AND relname <> 'old__events_kind'::name
			AND '"public"."events_kind"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'old__events_kind');
	END LOOP;
END $$;
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."events_23"'::regclass AND relname <> 'old__events_pkey'::name
			AND '"public"."events_pkey"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'old__events_pkey');
	END LOOP;
END $$;
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."events_23"'::regclass AND relname <> 'old__once'::name
			AND '"public"."once"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'old__once');
	END LOOP;
END $$;
-- access-exclusive
ALTER TABLE "public"."events" DETACH PARTITION "public"."events_23";
-- access-exclusive
ALTER TABLE "public"."events_23" DROP CONSTRAINT "positive";
-- access-exclusive
ALTER TABLE "public"."events_23" DROP CONSTRAINT "kind_fk";
-- access-exclusive
DROP INDEX "public"."old__events_kind";
-- access-exclusive
ALTER TABLE "public"."events_23" DROP CONSTRAINT "old__events_pkey";
-- access-exclusive
ALTER TABLE "public"."events_23" DROP CONSTRAINT "old__once";

-- down
-- access-exclusive
--   only if no rows of "public"."events_23" break the check "positive"
ALTER TABLE "public"."events_23" ADD CONSTRAINT "positive" CHECK ((id > 0));
-- access-exclusive
--   only if no rows of "public"."events_23" repeat a value of ("id", "at"), which becomes unique
ALTER TABLE "public"."events_23" ADD CONSTRAINT "events_23_pkey" PRIMARY KEY("id", "at");
-- access-exclusive
--   only if no rows of "public"."events_23" do not fit the partition FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') of "public"."events"
--   only if no rows of "public"."events_23" refer by ("kind") to rows that "public"."kinds" does not have
--   only if no rows of "public"."events_23" repeat a value of ("at", "kind"), which becomes unique
ALTER TABLE "public"."events" ATTACH PARTITION "public"."events_23" FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
