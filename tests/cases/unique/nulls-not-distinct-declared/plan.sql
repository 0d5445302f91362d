-- up
-- access-exclusive
ALTER TABLE "public"."seats" DROP CONSTRAINT "one_seat";
-- access-exclusive
--   only if no rows of "public"."seats" repeat a value of ("row", "number"), which becomes unique
ALTER TABLE "public"."seats" ADD CONSTRAINT "one_seat" UNIQUE("row", "number");

-- down
-- access-exclusive
ALTER TABLE "public"."seats" DROP CONSTRAINT "one_seat";
-- access-exclusive
--   only if no rows of "public"."seats" repeat a value of ("row", "number"), which becomes unique
ALTER TABLE "public"."seats" ADD CONSTRAINT "one_seat" UNIQUE NULLS NOT DISTINCT("row", "number");
