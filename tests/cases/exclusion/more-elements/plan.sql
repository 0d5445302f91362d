-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "x";
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "c" box;
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING gist ("a" WITH &&, int4range(id, (id + 1)) WITH =, "c" WITH &&);

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "x";
-- access-exclusive, loses the column "public"."t"."c" and its values
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive
--   only if no rows of "public"."t" stand beside others that "x" excludes
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING gist ("a" WITH &&);
