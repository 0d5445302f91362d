-- up
-- access-share
GRANT SELECT ON SEQUENCE "public"."t_id_seq" TO "anon";
-- access-share
GRANT SELECT ON SEQUENCE "public"."t_n_seq" TO "anon";

-- down
-- access-share
REVOKE SELECT ON SEQUENCE "public"."t_n_seq" FROM "anon";
-- access-share
REVOKE SELECT ON SEQUENCE "public"."t_id_seq" FROM "anon";
