-- up
-- access-exclusive
ALTER TABLE "public"."places" DROP CONSTRAINT "lies_in";
-- share-row-exclusive
--   only if no rows of "public"."places" refer by ("country", "code") to rows that "public"."areas" does not have
ALTER TABLE "public"."places" ADD CONSTRAINT "lies_in" FOREIGN KEY ("country", "code") REFERENCES "public"."areas"("country", "code") ON DELETE no action ON UPDATE cascade;

-- down
-- access-exclusive
ALTER TABLE "public"."places" DROP CONSTRAINT "lies_in";
-- share-row-exclusive
--   only if no rows of "public"."places" refer by ("country", "region") to rows that "public"."areas" does not have
ALTER TABLE "public"."places" ADD CONSTRAINT "lies_in" FOREIGN KEY ("country", "region") REFERENCES "public"."areas"("country", "region") ON DELETE no action ON UPDATE no action;
