-- up
-- none
CREATE TABLE "public"."nothing" ();

-- down
-- access-exclusive, loses the table "public"."nothing" and its rows
DROP TABLE "public"."nothing";
