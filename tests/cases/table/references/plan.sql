-- up
-- none
CREATE TABLE "public"."post" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"author" integer NOT NULL
);
-- none
CREATE TABLE "public"."users" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"age" integer
);
-- share-row-exclusive
ALTER TABLE "public"."post" ADD CONSTRAINT "post_author_fkey" FOREIGN KEY ("author") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;

-- down
-- access-exclusive
ALTER TABLE "public"."post" DROP CONSTRAINT "post_author_fkey";
-- access-exclusive, loses the table "public"."post" and its rows
DROP TABLE "public"."post";
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."users";
