-- up
-- access-exclusive
CREATE OR REPLACE VIEW "public"."label" AS SELECT id,
    name,
    email AS report
   FROM public.users;
-- access-share
CREATE VIEW "public"."report" AS SELECT id,
    name AS label
   FROM public.label;

-- down
-- access-exclusive
DROP VIEW "public"."report";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."label", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."label";
-- access-share
CREATE VIEW "public"."label" AS SELECT id,
    name
   FROM public.users;
