-- up
-- none
CREATE TABLE "public"."t" (
	"id" integer NOT NULL,
	"a" integer,
	CONSTRAINT "t_pkey" PRIMARY KEY("id") DEFERRABLE INITIALLY DEFERRED
);

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
