-- up
-- none
ALTER TYPE "public"."r" RENAME TO "s.t";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "s.t_multirange";
-- none
ALTER FUNCTION "public"."r"(date, date) RENAME TO "s.t";
-- none
ALTER FUNCTION "public"."r"(date, date, text) RENAME TO "s.t";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "s.t_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."s.t") RENAME TO "s.t_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."s.t"[]) RENAME TO "s.t_multirange";

-- down
-- none
ALTER TYPE "public"."s.t" RENAME TO "r";
-- none
ALTER TYPE "public"."s.t_multirange" RENAME TO "r_multirange";
-- none
ALTER FUNCTION "public"."s.t"(date, date) RENAME TO "r";
-- none
ALTER FUNCTION "public"."s.t"(date, date, text) RENAME TO "r";
-- none
ALTER FUNCTION "public"."s.t_multirange"() RENAME TO "r_multirange";
-- none
ALTER FUNCTION "public"."s.t_multirange"("public"."r") RENAME TO "r_multirange";
-- none
ALTER FUNCTION "public"."s.t_multirange"("public"."r"[]) RENAME TO "r_multirange";
