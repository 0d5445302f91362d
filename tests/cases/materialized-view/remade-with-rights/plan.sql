-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."M v", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."M v";
-- access-share
CREATE MATERIALIZED VIEW "public"."M v" AS SELECT a,
    (b * 2) AS b
   FROM public.t;
-- share-update-exclusive
COMMENT ON MATERIALIZED VIEW "public"."M v" IS 'kept';
-- access-share
GRANT SELECT ON TABLE "public"."M v" TO "anon";
-- share
CREATE UNIQUE INDEX "M i" ON "public"."M v" USING btree (a) WHERE (a > 0);
-- share-update-exclusive
COMMENT ON INDEX "public"."M i" IS 'by a';

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."M v", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."M v";
-- access-share
CREATE MATERIALIZED VIEW "public"."M v" AS SELECT a,
    b
   FROM public.t;
-- share-update-exclusive
COMMENT ON MATERIALIZED VIEW "public"."M v" IS 'kept';
-- access-share
GRANT SELECT ON TABLE "public"."M v" TO "anon";
-- share
CREATE UNIQUE INDEX "M i" ON "public"."M v" USING btree (a) WHERE (a > 0);
-- share-update-exclusive
COMMENT ON INDEX "public"."M i" IS 'by a';
