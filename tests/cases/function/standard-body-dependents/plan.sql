-- up
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "people";
-- none
DROP FUNCTION "public"."name_of"(integer);
-- none
DROP FUNCTION "public"."olds"();
-- access-exclusive, loses the column "public"."people"."old" and its values
ALTER TABLE "public"."people" DROP COLUMN "old";
-- access-exclusive, rewrites
ALTER TABLE "public"."people" ALTER COLUMN "id" SET DATA TYPE bigint;
-- access-share
CREATE OR REPLACE FUNCTION "public"."row_of"("who" integer)
RETURNS "public"."people"
LANGUAGE sql
AS $$SELECT * FROM people WHERE id = who$$;
-- access-share
CREATE FUNCTION "public"."name_of"("who" integer)
RETURNS text
LANGUAGE sql
BEGIN ATOMIC
 SELECT people.name
    FROM public.people
   WHERE (people.id = name_of.who);
END;

-- down
-- access-exclusive
ALTER TABLE "public"."people" RENAME TO "users";
-- none
DROP FUNCTION "public"."name_of"(integer);
-- access-exclusive, rewrites
--   only if no values of "id" in "public"."people" are no integer
ALTER TABLE "public"."users" ALTER COLUMN "id" SET DATA TYPE integer;
-- access-share
CREATE OR REPLACE FUNCTION "public"."row_of"("who" integer)
RETURNS "public"."users"
LANGUAGE sql
AS $$SELECT * FROM users WHERE id = who$$;
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "old" text;
-- access-share
CREATE FUNCTION "public"."name_of"("who" integer)
RETURNS text
LANGUAGE sql
BEGIN ATOMIC
 SELECT users.name
    FROM public.users
   WHERE (users.id = name_of.who);
END;
-- access-share
CREATE FUNCTION "public"."olds"()
RETURNS SETOF text
LANGUAGE sql
BEGIN ATOMIC
 SELECT users.old
    FROM public.users;
END;
