-- up
-- access-exclusive
ALTER TABLE "public"."r" DROP CONSTRAINT "r_t_fkey";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("id");
-- share-row-exclusive
--   only if no rows of "public"."r" refer by ("t") to rows that "public"."t" does not have
ALTER TABLE "public"."r" ADD CONSTRAINT "r_t_fkey" FOREIGN KEY ("t") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action;

-- down
-- access-exclusive
ALTER TABLE "public"."r" DROP CONSTRAINT "r_t_fkey";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- share-row-exclusive
--   only if no rows of "public"."r" refer by ("t") to rows that "public"."t" does not have
ALTER TABLE "public"."r" ADD CONSTRAINT "r_t_fkey" FOREIGN KEY ("t") REFERENCES "public"."t"("b c") ON DELETE no action ON UPDATE no action;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("id") DEFERRABLE INITIALLY IMMEDIATE;
