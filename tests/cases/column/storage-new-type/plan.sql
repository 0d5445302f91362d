-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE text;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET STORAGE EXTERNAL;
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no numeric
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE numeric USING "b"::numeric;
-- access-exclusive, rewrites
--   only if no values of "c" in "public"."t" are no character varying(40)
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE character varying(40);
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET COMPRESSION pglz;

-- down
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no character varying(9)
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE character varying(9);
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET STORAGE EXTERNAL;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE text;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET STORAGE EXTERNAL;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE text;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET COMPRESSION pglz;
