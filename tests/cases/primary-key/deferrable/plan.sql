-- up
-- access-exclusive
ALTER TABLE "public"."other" DROP CONSTRAINT "other_pk";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- access-exclusive
--   only if no rows of "public"."other" repeat a value of ("a", "b"), which becomes unique
ALTER TABLE "public"."other" ADD CONSTRAINT "other_pk" PRIMARY KEY("a", "b") DEFERRABLE INITIALLY IMMEDIATE;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("id") DEFERRABLE INITIALLY IMMEDIATE;

-- down
-- access-exclusive
ALTER TABLE "public"."other" DROP CONSTRAINT "other_pk";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- access-exclusive
--   only if no rows of "public"."other" repeat a value of ("a", "b"), which becomes unique
ALTER TABLE "public"."other" ADD CONSTRAINT "other_pk" PRIMARY KEY("a", "b") DEFERRABLE INITIALLY DEFERRED;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("id");
