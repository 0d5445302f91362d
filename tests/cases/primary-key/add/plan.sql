-- up
-- access-exclusive
--   only if no rows of "public"."t" have no "a", which becomes required
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("a");

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
