-- up
-- access-exclusive
DROP VIEW "public"."latest";
-- access-exclusive, loses the table "public"."orders" and its rows
DROP TABLE "public"."orders";
-- access-exclusive, loses the table "public"."all_users" and its rows
DROP TABLE "public"."all_users";
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."users";
-- none
CREATE TABLE "public"."users" ();

-- down
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."users";
-- none
CREATE TABLE "public"."orders" (
	"id" integer,
	"user" integer
);
-- none
CREATE TABLE "public"."users" (
	"id" integer PRIMARY KEY NOT NULL
) PARTITION BY RANGE (id);
-- share-row-exclusive
ALTER TABLE "public"."orders" ADD CONSTRAINT "orders_user" FOREIGN KEY ("user") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
-- access-exclusive
CREATE TABLE "public"."all_users" PARTITION OF "public"."users" DEFAULT;
-- access-share
CREATE VIEW "public"."latest" AS SELECT id,
    "user"
   FROM public.orders;
