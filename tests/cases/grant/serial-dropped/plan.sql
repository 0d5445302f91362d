-- up
-- access-share
REVOKE USAGE ON SEQUENCE "public"."t_id_seq" FROM "anon";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
-- access-exclusive
DROP SEQUENCE "public"."t_id_seq";

-- down
-- access-share
CREATE SEQUENCE "public"."t_id_seq" AS integer OWNED BY "public"."t"."id";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT nextval('"public"."t_id_seq"'::regclass);
-- row-exclusive
SELECT setval('"public"."t_id_seq"', greatest((SELECT max("id") FROM "public"."t") + 1, 1), false);
-- access-share
GRANT USAGE ON SEQUENCE "public"."t_id_seq" TO "anon";
