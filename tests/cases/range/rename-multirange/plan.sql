-- up
-- none
ALTER TYPE "public"."r" RENAME TO "s.t";
-- none
ALTER FUNCTION "public"."r"(date, date) RENAME TO "s.t";
-- none
ALTER FUNCTION "public"."r"(date, date, text) RENAME TO "s.t";

-- down
-- none
ALTER TYPE "public"."s.t" RENAME TO "r";
-- none
ALTER FUNCTION "public"."s.t"(date, date) RENAME TO "r";
-- none
ALTER FUNCTION "public"."s.t"(date, date, text) RENAME TO "r";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT '[2024-01-01,2024-01-02)'::public.r;
