-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "x";
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "x" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING hash ("a" WITH =);

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "x";
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "x" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING btree ("a" WITH =);
