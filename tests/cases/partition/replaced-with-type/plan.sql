-- up
-- access-exclusive, loses the table "public"."events" and its rows
DROP TABLE "public"."events";
-- none
ALTER DOMAIN "public"."word" RENAME TO "old__word";
-- none
CREATE DOMAIN "public"."word" AS character varying(10);
-- none
DROP DOMAIN "public"."old__word";
-- none
CREATE TABLE "public"."events" (
	"id" integer,
	"w" "public"."word",
	"ws" "public"."word"[]
) PARTITION BY RANGE (id);

-- down
-- access-exclusive, loses the table "public"."events" and its rows
DROP TABLE "public"."events";
-- none
ALTER DOMAIN "public"."word" RENAME TO "old__word";
-- none
CREATE DOMAIN "public"."word" AS text;
-- none
DROP DOMAIN "public"."old__word";
-- none
CREATE TABLE "public"."events" (
	"id" integer,
	"w" "public"."word",
	"ws" "public"."word"[]
) PARTITION BY LIST (id);
