-- up
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'it''s ok', 'happy');
-- none
CREATE TABLE "public"."person" (
	"id" integer,
	"mood" "public"."mood" DEFAULT 'it''s ok'::public.mood NOT NULL,
	"past" "public"."mood"[] DEFAULT '{}'::public.mood[]
);

-- down
-- access-exclusive, loses the table "public"."person" and its rows
DROP TABLE "public"."person";
-- none
DROP TYPE "public"."mood";
