-- up
-- none
ALTER DOMAIN "public"."code" RENAME TO "old__code";
-- none
CREATE DOMAIN "public"."code" AS character varying(9) COLLATE "C";
-- none
DROP DOMAIN "public"."old__code";

-- down
-- none
ALTER DOMAIN "public"."code" RENAME TO "old__code";
-- none
CREATE DOMAIN "public"."code" AS character varying(9);
-- none
DROP DOMAIN "public"."old__code";
