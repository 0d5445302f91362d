-- up
-- share-row-exclusive
--   only if no rows of "public"."children" refer by ("parent") to rows that "public"."parents" does not have
ALTER TABLE "public"."children" ADD CONSTRAINT "of_parent" FOREIGN KEY ("parent") REFERENCES "public"."parents"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."children" VALIDATE CONSTRAINT "of_parent";

-- down
-- access-exclusive
ALTER TABLE "public"."children" DROP CONSTRAINT "of_parent";
