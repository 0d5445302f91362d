-- up
-- share-row-exclusive
--   only if no rows of "public"."c" refer by ("x", "y") to rows that "public"."p" does not have
ALTER TABLE "public"."c" ADD CONSTRAINT "f" FOREIGN KEY ("x", "y") REFERENCES "public"."p"("a", "b") ON DELETE set null ON UPDATE cascade;

-- down
-- access-exclusive
ALTER TABLE "public"."c" DROP CONSTRAINT "f";
