-- up
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_publication WHERE pubname = 'q'::name)) THEN
		ALTER PUBLICATION "r" RENAME TO "q";
	END IF;
END $$;
-- share-update-exclusive
DO $$ BEGIN
	IF NOT (NOT EXISTS (SELECT FROM pg_publication_rel JOIN pg_publication p ON p.oid = prpubid WHERE pubname = 'p'::name)) THEN
		ALTER PUBLICATION "p" DROP TABLE "public"."users";
	END IF;
END $$;
-- share-update-exclusive
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_publication WHERE pubname = 's'::name)) THEN
		CREATE PUBLICATION "s" FOR TABLE "public"."users";
	END IF;
END $$;

-- down
-- none
DO $$ BEGIN
	IF NOT (EXISTS (SELECT FROM pg_publication WHERE pubname = 'r'::name)) THEN
		ALTER PUBLICATION "q" RENAME TO "r";
	END IF;
END $$;
-- none
DROP PUBLICATION IF EXISTS "s";
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."users";
