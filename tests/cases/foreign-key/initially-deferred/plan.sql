-- up
-- access-exclusive
ALTER TABLE "public"."b" ALTER CONSTRAINT "b_a_fkey" DEFERRABLE INITIALLY DEFERRED;
-- share-row-exclusive
--   only if no rows of "public"."a" refer by ("b") to rows that "public"."b" does not have
ALTER TABLE "public"."a" ADD CONSTRAINT "a_b_fkey" FOREIGN KEY ("b") REFERENCES "public"."b"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;

-- down
-- access-exclusive
ALTER TABLE "public"."a" DROP CONSTRAINT "a_b_fkey";
-- access-exclusive
ALTER TABLE "public"."b" ALTER CONSTRAINT "b_a_fkey" DEFERRABLE INITIALLY IMMEDIATE;
