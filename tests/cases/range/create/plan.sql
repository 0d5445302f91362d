-- up
-- none
CREATE TYPE "public"."mood" AS ENUM('a');
-- none
CREATE TYPE "public"."moods" AS RANGE (SUBTYPE = "public"."mood", MULTIRANGE_TYPE_NAME = "public"."mo.ods");
-- none
COMMENT ON TYPE "public"."moods" IS 'x';
-- none
GRANT USAGE ON TYPE "public"."moods" TO "anon";
-- none
CREATE SCHEMA "app";
-- none
CREATE TYPE "app"."sp""an" AS RANGE (SUBTYPE = time without time zone);
-- none
CREATE TABLE "public"."t" (
	"a" "app"."sp""an",
	"b" "public"."moods"[],
	"c" "public"."moods" DEFAULT '[a,a]'::public.moods
);

-- down
-- access-exclusive, loses the table "public"."t" and its rows
DROP TABLE "public"."t";
-- none
DROP TYPE "app"."sp""an";
-- none
DROP TYPE "public"."moods";
-- none
DROP TYPE "public"."mood";
-- none
DROP SCHEMA "app";
