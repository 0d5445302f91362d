-- up
-- access-share
CREATE SEQUENCE "public"."t_id_seq" AS integer OWNED BY "public"."t"."id";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT nextval('"public"."t_id_seq"'::regclass);
-- row-exclusive
SELECT setval('"public"."t_id_seq"', greatest((SELECT max("id") FROM "public"."t") + 1, 1), false);

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
-- access-exclusive
DROP SEQUENCE "public"."t_id_seq";
