-- up
-- access-exclusive, loses the table "public"."notes" and its rows
DROP TABLE "public"."notes";

-- down
-- none
CREATE TABLE "public"."notes" (
	"id" integer PRIMARY KEY NOT NULL,
	"user" integer,
	"body" text
);
-- share-row-exclusive
ALTER TABLE "public"."notes" ADD CONSTRAINT "notes_user_users_id_fk" FOREIGN KEY ("user") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
