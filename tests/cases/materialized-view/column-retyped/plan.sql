-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."m", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."m";
-- access-exclusive, rewrites
ALTER TABLE "public"."users" ALTER COLUMN "id" SET DATA TYPE bigint;
-- access-share
CREATE MATERIALIZED VIEW "public"."m" AS SELECT id,
    name
   FROM public.users;
-- share
CREATE UNIQUE INDEX "m_id" ON "public"."m" USING btree (id);

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."m", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."m";
-- access-exclusive, rewrites
--   only if no values of "id" in "public"."users" are no integer
ALTER TABLE "public"."users" ALTER COLUMN "id" SET DATA TYPE integer;
-- access-share
CREATE MATERIALIZED VIEW "public"."m" AS SELECT id,
    name
   FROM public.users;
-- share
CREATE UNIQUE INDEX "m_id" ON "public"."m" USING btree (id);
