-- up
-- access-share
REVOKE SELECT, USAGE ON SEQUENCE "public"."T t_i.d_seq" FROM PUBLIC;
-- access-exclusive
ALTER SEQUENCE "public"."T t_i.d_seq" RENAME TO "old__T t_i.d_seq";
-- access-share
CREATE SEQUENCE "public"."T t_i.d_seq" AS bigint OWNED BY "public"."T t"."i.d";
-- row-exclusive
SELECT setval('"public"."T t_i.d_seq"', last_value, is_called) FROM "public"."old__T t_i.d_seq";
-- access-exclusive
ALTER TABLE "public"."T t" ALTER COLUMN "i.d" DROP IDENTITY;
-- access-exclusive
ALTER TABLE "public"."T t" ALTER COLUMN "i.d" SET DEFAULT nextval('"public"."T t_i.d_seq"'::regclass);
-- access-share
GRANT SELECT, UPDATE, USAGE ON SEQUENCE "public"."T t_i.d_seq" TO "anon" WITH GRANT OPTION;
-- access-share
GRANT USAGE ON SEQUENCE "public"."T t_i.d_seq" TO PUBLIC;

-- down
-- access-share
REVOKE SELECT, UPDATE, USAGE ON SEQUENCE "public"."T t_i.d_seq" FROM "anon";
-- access-share
REVOKE USAGE ON SEQUENCE "public"."T t_i.d_seq" FROM PUBLIC;
-- access-exclusive
ALTER TABLE "public"."T t" ALTER COLUMN "i.d" DROP DEFAULT;
-- access-exclusive
ALTER SEQUENCE "public"."T t_i.d_seq" RENAME TO "old__T t_i.d_seq";
-- access-exclusive
ALTER TABLE "public"."T t" ALTER COLUMN "i.d" ADD GENERATED ALWAYS AS IDENTITY (sequence name "T t_i.d_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);
-- row-exclusive
SELECT setval('"public"."T t_i.d_seq"', last_value, is_called) FROM "public"."old__T t_i.d_seq";
-- access-exclusive
DROP SEQUENCE "public"."old__T t_i.d_seq";
-- access-share
GRANT SELECT, USAGE ON SEQUENCE "public"."T t_i.d_seq" TO PUBLIC;
