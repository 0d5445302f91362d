-- up
-- access-exclusive
ALTER TABLE "public"."b" DROP CONSTRAINT "b_x_fkey";
-- access-exclusive
ALTER TABLE "public"."a" DROP CONSTRAINT "a_pkey";
-- access-exclusive
ALTER TABLE "public"."a" DROP CONSTRAINT "a_y_key";
-- access-exclusive
--   only if no rows of "public"."a" repeat a value of ("y"), which becomes unique
ALTER TABLE "public"."a" ADD CONSTRAINT "a_pkey" PRIMARY KEY("y");
-- access-exclusive
--   only if no rows of "public"."a" repeat a value of ("x"), which becomes unique
ALTER TABLE "public"."a" ADD CONSTRAINT "a_x_key" UNIQUE("x");
-- share-row-exclusive
ALTER TABLE "public"."b" ADD CONSTRAINT "b_x_fkey" FOREIGN KEY ("x") REFERENCES "public"."a"("x") ON DELETE no action ON UPDATE no action;

-- down
-- access-exclusive
ALTER TABLE "public"."b" DROP CONSTRAINT "b_x_fkey";
-- access-exclusive
ALTER TABLE "public"."a" DROP CONSTRAINT "a_pkey";
-- access-exclusive
ALTER TABLE "public"."a" DROP CONSTRAINT "a_x_key";
-- access-exclusive
--   only if no rows of "public"."a" repeat a value of ("x"), which becomes unique
ALTER TABLE "public"."a" ADD CONSTRAINT "a_pkey" PRIMARY KEY("x");
-- share-row-exclusive
ALTER TABLE "public"."b" ADD CONSTRAINT "b_x_fkey" FOREIGN KEY ("x") REFERENCES "public"."a"("x") ON DELETE no action ON UPDATE no action;
-- access-exclusive
--   only if no rows of "public"."a" repeat a value of ("y"), which becomes unique
ALTER TABLE "public"."a" ADD CONSTRAINT "a_y_key" UNIQUE("y");
