-- up
-- access-exclusive
ALTER TABLE "public"."members" DROP CONSTRAINT "owned";
-- access-exclusive
DROP POLICY "own" ON "public"."members";
-- none
DROP FUNCTION "public"."is_own"("public"."members");
-- access-exclusive
DROP POLICY "theirs" ON "public"."members";
-- access-exclusive
DROP POLICY "own" ON "public"."orgs";
-- access-exclusive, loses the table "public"."members" and its rows
DROP TABLE "public"."members";
-- access-exclusive, loses the table "public"."orgs" and its rows
DROP TABLE "public"."orgs";
-- none
CREATE TABLE "public"."kept" (
	"id" integer,
	"of" text
);

-- down
-- access-exclusive, loses the table "public"."kept" and its rows
DROP TABLE "public"."kept";
-- none
CREATE TABLE "public"."members" (
	"org" integer,
	"who" text
);
-- access-exclusive
ALTER TABLE "public"."members" ENABLE ROW LEVEL SECURITY;
-- access-share
CREATE FUNCTION "public"."is_own"("one" "public"."members")
RETURNS boolean
LANGUAGE sql
RETURN ((one).who = CURRENT_USER);
-- access-exclusive
ALTER TABLE "public"."members" ADD CONSTRAINT "owned" CHECK (public.is_own(members.*));
-- share
CREATE INDEX "members_own" ON "public"."members" USING btree ("org") WHERE (org > 0);
-- access-exclusive
CREATE POLICY "own" ON "public"."members" AS PERMISSIVE FOR ALL TO PUBLIC USING (public.is_own(members.*));
-- none
CREATE TABLE "public"."orgs" (
	"id" integer
);
-- access-exclusive
ALTER TABLE "public"."orgs" ENABLE ROW LEVEL SECURITY;
-- access-exclusive
CREATE POLICY "theirs" ON "public"."members" AS PERMISSIVE FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.orgs
  WHERE (orgs.id = members.org))));
-- access-exclusive
CREATE POLICY "own" ON "public"."orgs" AS PERMISSIVE FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.members
  WHERE (members.org = orgs.id))));
