-- up
-- access-exclusive
ALTER TABLE "public"."Mem bers" RENAME COLUMN "who" TO "person";
-- access-exclusive
ALTER TABLE "public"."Mem bers" RENAME COLUMN "org" TO "team";
-- access-exclusive
DROP POLICY "p" ON "public"."notes";
-- access-exclusive, loses the column "public"."notes"."who" and its values
ALTER TABLE "public"."notes" DROP COLUMN "who";
-- access-exclusive
CREATE POLICY "p" ON "public"."notes" AS PERMISSIVE FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
   FROM public."Mem bers" m
  WHERE ((m.team = notes.org) AND (m.person = CURRENT_USER)))));

-- down
-- access-exclusive
ALTER TABLE "public"."Mem bers" RENAME COLUMN "team" TO "org";
-- access-exclusive
ALTER TABLE "public"."Mem bers" RENAME COLUMN "person" TO "who";
-- access-exclusive
ALTER TABLE "public"."notes" ADD COLUMN "who" text;
-- access-exclusive
ALTER POLICY "p" ON "public"."notes" USING (((EXISTS ( SELECT
   FROM public."Mem bers" m
  WHERE ((m.org = notes.org) AND (m.who = CURRENT_USER)))) AND (who IS NOT NULL)));
