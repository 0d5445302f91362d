-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-share
REVOKE INSERT ON TABLE "public"."t" FROM PUBLIC;
-- access-share
GRANT SELECT ("c") ON TABLE "public"."t" TO PUBLIC;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "b" boolean GENERATED ALWAYS AS ((a IS NOT NULL)) STORED;
-- access-share
GRANT SELECT ("b") ON TABLE "public"."t" TO PUBLIC;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "b" boolean GENERATED ALWAYS AS ((a IS NULL)) STORED;
-- access-share
GRANT INSERT ON TABLE "public"."t" TO PUBLIC;
-- access-share
GRANT SELECT ("b") ON TABLE "public"."t" TO PUBLIC;
