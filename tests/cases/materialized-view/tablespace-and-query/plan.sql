-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."V w", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."V w";
-- access-share
CREATE MATERIALIZED VIEW "public"."V w" AS SELECT a,
    b
   FROM public.t;
-- share
CREATE INDEX "V i" ON "public"."V w" USING btree (a);

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."V w", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."V w";
-- access-share
CREATE MATERIALIZED VIEW "public"."V w" TABLESPACE "fast" AS SELECT a
   FROM public.t;
-- share
CREATE INDEX "V i" ON "public"."V w" USING btree (a);
