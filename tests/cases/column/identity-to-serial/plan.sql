-- up
-- access-exclusive
ALTER SEQUENCE "public"."t_id_seq" RENAME TO "old__t_id_seq";
-- access-share
CREATE SEQUENCE "public"."t_id_seq" AS integer OWNED BY "public"."t"."id";
-- row-exclusive
SELECT setval('"public"."t_id_seq"', last_value, is_called) FROM "public"."old__t_id_seq";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP IDENTITY;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT nextval('"public"."t_id_seq"'::regclass);

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
-- access-exclusive
ALTER SEQUENCE "public"."t_id_seq" RENAME TO "old__t_id_seq";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY (sequence name "t_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);
-- row-exclusive
SELECT setval('"public"."t_id_seq"', last_value, is_called) FROM "public"."old__t_id_seq";
-- access-exclusive
DROP SEQUENCE "public"."old__t_id_seq";
