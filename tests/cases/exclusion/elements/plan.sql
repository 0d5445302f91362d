-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "x";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "y";
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "x" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING gist ("during" WITH -|-);
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "y" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "y" EXCLUDE USING btree (lower(room) COLLATE "C" text_pattern_ops WITH =, "at" WITH =);

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "x";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "y";
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "x" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING gist ("during" WITH &&);
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "y" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "y" EXCLUDE USING btree ("room" WITH =, "at" WITH =);
