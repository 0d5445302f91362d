-- up
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no character varying(20)
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE character varying(20) COLLATE "s.1"."Ger""man";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE character varying(9)[] COLLATE "POSIX";
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "c" text COLLATE "C" DEFAULT 'z'::text NOT NULL;

-- down
-- access-exclusive, loses the column "public"."t"."c" and its values
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE text;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE character varying(9)[];
