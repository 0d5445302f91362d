-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pk";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("b", "a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pk" PRIMARY KEY("b", "a");

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pk";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pk" PRIMARY KEY("a");
