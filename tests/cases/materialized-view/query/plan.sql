-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."on_it", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."on_it";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."m", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."m";
-- access-share
CREATE MATERIALIZED VIEW "public"."m" AS SELECT id,
    name,
    email
   FROM public.users;
-- share
CREATE UNIQUE INDEX "m_id" ON "public"."m" USING btree (id);
-- access-share
CREATE VIEW "public"."on_it" AS SELECT id
   FROM public.m;

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."on_it", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."on_it";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."m", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."m";
-- access-share
CREATE MATERIALIZED VIEW "public"."m" AS SELECT id,
    name
   FROM public.users;
-- share
CREATE UNIQUE INDEX "m_id" ON "public"."m" USING btree (id);
-- access-share
CREATE VIEW "public"."on_it" AS SELECT id
   FROM public.m;
