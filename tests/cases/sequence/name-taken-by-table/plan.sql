-- up
-- access-exclusive
ALTER SEQUENCE "public"."people" RENAME TO "old__people";
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- access-exclusive, loses the sequence "public"."people" and the number it stands at
DROP SEQUENCE "public"."old__people";

-- down
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- none
CREATE SEQUENCE "public"."people" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
