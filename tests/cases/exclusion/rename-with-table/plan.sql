-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME TO "u";
-- access-exclusive
ALTER TABLE "public"."u" RENAME COLUMN "a" TO "b";
-- access-exclusive
ALTER TABLE "public"."u" RENAME CONSTRAINT "t_a_excl" TO "u_b_excl";

-- down
-- access-exclusive
ALTER TABLE "public"."u" RENAME TO "t";
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "a";
-- access-exclusive
ALTER TABLE "public"."t" RENAME CONSTRAINT "u_b_excl" TO "t_a_excl";
