-- up
-- access-exclusive
DROP POLICY "p" ON "public"."notes";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."members", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."members";
-- access-share
CREATE VIEW "public"."members" AS SELECT email,
    id
   FROM public.users;
-- access-exclusive
CREATE POLICY "p" ON "public"."notes" AS PERMISSIVE FOR ALL TO PUBLIC USING ((id IN ( SELECT members.id
   FROM public.members)));

-- down
-- access-exclusive
DROP POLICY "p" ON "public"."notes";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."members", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."members";
-- access-share
CREATE VIEW "public"."members" AS SELECT id
   FROM public.users;
-- access-exclusive
CREATE POLICY "p" ON "public"."notes" AS PERMISSIVE FOR ALL TO PUBLIC USING ((id IN ( SELECT members.id
   FROM public.members)));
