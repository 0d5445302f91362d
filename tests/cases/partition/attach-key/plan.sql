-- up
-- access-exclusive
--   only if no rows of "public"."old" have no "day" or no "page"
--   only if no rows of "public"."old" repeat a value of ("day", "page"), which becomes unique
ALTER TABLE "public"."old" ADD CONSTRAINT "old_pkey" PRIMARY KEY("day", "page");
-- access-exclusive
--   only if no rows of "public"."old" do not fit the partition FOR VALUES FROM (0) TO (10) of "public"."visits"
ALTER TABLE "public"."visits" ATTACH PARTITION "public"."old" FOR VALUES FROM (0) TO (10);

-- down
-- share-update-exclusive
DO $$ DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = '"public"."old"'::regclass AND relname <> 'old__visits_day_page_pk'::name
			AND '"public"."visits_day_page_pk"'::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, 'old__visits_day_page_pk');
	END LOOP;
END $$;
-- access-exclusive
ALTER TABLE "public"."visits" DETACH PARTITION "public"."old";
-- access-exclusive
ALTER TABLE "public"."old" DROP CONSTRAINT "old__visits_day_page_pk";
-- access-exclusive
ALTER TABLE "public"."old" ALTER COLUMN "day" DROP NOT NULL;
-- access-exclusive
ALTER TABLE "public"."old" ALTER COLUMN "page" DROP NOT NULL;
