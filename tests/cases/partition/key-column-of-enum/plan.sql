-- up
-- access-exclusive, loses the table "public"."sad" and its rows
DROP TABLE "public"."sad";
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."users";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('happy', 'sad');
-- none
DROP TYPE "public"."old__mood";
-- none
CREATE TABLE "public"."users" (
	"id" integer,
	"mood" "public"."mood"
) PARTITION BY LIST (mood);
-- access-exclusive
CREATE TABLE "public"."sad" PARTITION OF "public"."users" FOR VALUES IN ('sad');

-- down
-- access-exclusive, loses the table "public"."sad" and its rows
DROP TABLE "public"."sad";
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."users";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'ok', 'happy');
-- none
DROP TYPE "public"."old__mood";
-- none
CREATE TABLE "public"."users" (
	"id" integer,
	"mood" "public"."mood"
) PARTITION BY LIST (mood);
-- access-exclusive
CREATE TABLE "public"."sad" PARTITION OF "public"."users" FOR VALUES IN ('sad');
