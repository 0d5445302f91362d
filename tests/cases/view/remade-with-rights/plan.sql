-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."over", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."over";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."V w", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."V w";
-- access-share
CREATE VIEW "public"."V w" WITH (security_barrier=true) AS SELECT a
   FROM public.t;
-- share-update-exclusive
COMMENT ON VIEW "public"."V w" IS 'what''s seen';
-- access-share
GRANT SELECT ON TABLE "public"."V w" TO "authenticated" WITH GRANT OPTION;
-- access-share
GRANT INSERT ON TABLE "public"."V w" TO PUBLIC;
-- access-share
CREATE VIEW "public"."over" AS SELECT a
   FROM public."V w";
-- share-update-exclusive
COMMENT ON VIEW "public"."over" IS 'over it';
-- access-share
GRANT SELECT ON TABLE "public"."over" TO "anon";

-- down
-- access-exclusive
CREATE OR REPLACE VIEW "public"."V w" WITH (security_barrier=true) AS SELECT a,
    b
   FROM public.t;
