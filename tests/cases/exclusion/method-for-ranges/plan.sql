-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "x";
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "x" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING spgist ("a" WITH &&);

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "x";
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "x" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING gist ("a" WITH &&);
