-- up
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE TABLE "public"."t" (
	"a" integer PRIMARY KEY NOT NULL,
	"b" text
) PARTITION BY RANGE (a);

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE TABLE "public"."t" (
	"a" integer PRIMARY KEY NOT NULL,
	"b" text
);
