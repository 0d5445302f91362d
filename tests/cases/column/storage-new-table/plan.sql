-- up
-- none
CREATE TABLE "public"."t" (
	"a b" text COMPRESSION pglz,
	"b" bytea NOT NULL
);
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a b" SET STORAGE MAIN;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET STORAGE EXTERNAL;

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
