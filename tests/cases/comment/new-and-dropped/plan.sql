-- up
-- access-exclusive, loses the column "public"."k"."b" and its values
ALTER TABLE "public"."k" DROP COLUMN "b";
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
CREATE TABLE "public"."u" (
	"x" integer,
	"y" integer,
	"z" integer,
	CONSTRAINT "u_x_key" UNIQUE("x")
);
-- share-update-exclusive
COMMENT ON TABLE "public"."u" IS 'new';
-- access-share
COMMENT ON CONSTRAINT "u_x_key" ON "public"."u" IS 'new';
-- share-update-exclusive
COMMENT ON COLUMN "public"."u"."x" IS 'new';

-- down
-- access-exclusive, loses the table "public"."u" and its rows
DROP TABLE "public"."u";
-- access-exclusive
ALTER TABLE "public"."k" ADD COLUMN "b" integer;
-- share-update-exclusive
COMMENT ON COLUMN "public"."k"."b" IS 'goes';
-- none
CREATE TABLE "public"."t" (
	"a" integer
);
-- share-update-exclusive
COMMENT ON COLUMN "public"."t"."a" IS 'goes';
-- share-update-exclusive
COMMENT ON TABLE "public"."t" IS 'goes';
