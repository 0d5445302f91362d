-- up
-- none
CREATE TABLE "public"."users" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"age" integer
);

-- down
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."users";
