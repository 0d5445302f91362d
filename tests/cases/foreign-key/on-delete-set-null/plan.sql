-- up
-- access-exclusive
ALTER TABLE "public"."c" DROP CONSTRAINT "f";
-- share-row-exclusive
ALTER TABLE "public"."c" ADD CONSTRAINT "f" FOREIGN KEY ("y") REFERENCES "public"."p"("b") ON DELETE set null ON UPDATE set null;

-- down
-- access-exclusive
ALTER TABLE "public"."c" DROP CONSTRAINT "f";
-- share-row-exclusive
ALTER TABLE "public"."c" ADD CONSTRAINT "f" FOREIGN KEY ("y") REFERENCES "public"."p"("b") ON DELETE no action ON UPDATE no action;
