-- up
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE TABLE "public"."u" (
	"id" integer
);

-- down
-- access-exclusive, loses the table "public"."u" and its rows
DROP TABLE "public"."u";
-- none
CREATE TABLE "public"."t" (
	"id" integer,
	"room" text,
	"during" tsrange,
	"at" date,
	"to.t""al" integer
);
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "x" EXCLUDE USING gist ("during" WITH &&);
