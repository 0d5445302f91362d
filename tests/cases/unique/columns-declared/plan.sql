-- up
-- access-exclusive
ALTER TABLE "public"."seats" DROP CONSTRAINT "one_seat";
-- access-exclusive
--   only if no rows of "public"."seats" repeat a value of ("row_letter", "seat_number", "room_name"), which becomes unique
ALTER TABLE "public"."seats" ADD CONSTRAINT "one_seat" UNIQUE("row_letter", "seat_number", "room_name");

-- down
-- access-exclusive
ALTER TABLE "public"."seats" DROP CONSTRAINT "one_seat";
-- access-exclusive
--   only if no rows of "public"."seats" repeat a value of ("row_letter", "seat_number"), which becomes unique
ALTER TABLE "public"."seats" ADD CONSTRAINT "one_seat" UNIQUE("row_letter", "seat_number");
