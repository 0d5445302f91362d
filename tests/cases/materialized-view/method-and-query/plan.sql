-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."m", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."m";
-- access-share
CREATE MATERIALIZED VIEW "public"."m" AS SELECT id
   FROM public.t
  WHERE (id > 0);

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."m", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."m";
-- access-share
CREATE MATERIALIZED VIEW "public"."m" USING "other" AS SELECT id
   FROM public.t;
