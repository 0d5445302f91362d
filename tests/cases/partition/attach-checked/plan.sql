-- up
-- access-exclusive
--   only if no rows of "public"."t_1" break the check "t_c_check"
ALTER TABLE "public"."t_1" ADD CONSTRAINT "t_c_check" CHECK ((c > 0));
-- access-exclusive
--   only if no rows of "public"."t_1" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t_1" ADD CONSTRAINT "t_1_pkey" PRIMARY KEY("a");
-- access-exclusive
--   only if no rows of "public"."t_1" do not fit the partition FOR VALUES FROM (1) TO (MAXVALUE) of "public"."t"
--   only if no rows of "public"."t_1" refer by ("b") to rows that "public"."k" does not have
--   only if no rows of "public"."t_1" repeat a value of ("a", "c"), which becomes unique
ALTER TABLE "public"."t" ATTACH PARTITION "public"."t_1" FOR VALUES FROM (1) TO (MAXVALUE);

-- down
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."t_1"'::regclass AND relname <> 'old__t_pkey'::name
			AND '"public"."t_pkey"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'old__t_pkey');
	END LOOP;
END $$;
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."t_1"'::regclass AND relname <> 'old__t_a_c_key'::name
			AND '"public"."t_a_c_key"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'old__t_a_c_key');
	END LOOP;
END $$;
-- access-exclusive
ALTER TABLE "public"."t" DETACH PARTITION "public"."t_1";
-- access-exclusive
ALTER TABLE "public"."t_1" DROP CONSTRAINT "t_c_check";
-- access-exclusive
ALTER TABLE "public"."t_1" DROP CONSTRAINT "t_b_fkey";
-- access-exclusive
ALTER TABLE "public"."t_1" DROP CONSTRAINT "old__t_pkey";
-- access-exclusive
ALTER TABLE "public"."t_1" DROP CONSTRAINT "old__t_a_c_key";
