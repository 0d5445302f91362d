-- up
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "al.so" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "al.so" EXCLUDE USING btree ("to.t""al" WITH =) DEFERRABLE INITIALLY DEFERRED;
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "once" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "once" EXCLUDE USING gist ("during" WITH &&);
-- access-share
COMMENT ON CONSTRAINT "once" ON "public"."t" IS 'a';

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "al.so";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "once";
