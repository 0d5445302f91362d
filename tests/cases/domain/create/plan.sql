-- up
-- none
CREATE DOMAIN "public"."email" AS text DEFAULT 'x@y'::text NOT NULL CONSTRAINT "has_at" CHECK ((VALUE ~~ '%@%'::text)) CONSTRAINT "sh ort" CHECK ((length(VALUE) < 80));
-- none
CREATE TABLE "public"."users" (
	"id" integer,
	"mail" "public"."email",
	"more" "public"."email"[]
);

-- down
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."users";
-- none
DROP DOMAIN "public"."email";
