-- up
-- access-exclusive
ALTER TABLE "public"."b" DROP CONSTRAINT "b_a_fkey";
-- access-exclusive, loses the table "public"."a" and its rows
DROP TABLE "public"."a";
-- access-exclusive, loses the table "public"."b" and its rows
DROP TABLE "public"."b";

-- down
-- none
CREATE TABLE "public"."a" (
	"id" integer PRIMARY KEY NOT NULL,
	"u" integer
);
-- share-row-exclusive
ALTER TABLE "public"."a" ADD CONSTRAINT "a_u_fkey" FOREIGN KEY ("u") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
-- none
CREATE TABLE "public"."b" (
	"id" integer PRIMARY KEY NOT NULL,
	"a" integer
);
-- share-row-exclusive
ALTER TABLE "public"."b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE no action ON UPDATE no action;
