-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "mo od";
-- none
ALTER TYPE "public"."moodrange" SET SCHEMA "app";
-- none
ALTER TYPE "app"."moodrange" RENAME TO "span";
-- none
ALTER TYPE "public"."moodmultirange" SET SCHEMA "app";
-- none
ALTER TYPE "app"."moodmultirange" RENAME TO "span_multirange";
-- none
ALTER FUNCTION "public"."moodrange"("public"."mo od", "public"."mo od") SET SCHEMA "app";
-- none
ALTER FUNCTION "app"."moodrange"("public"."mo od", "public"."mo od") RENAME TO "span";
-- none
ALTER FUNCTION "public"."moodrange"("public"."mo od", "public"."mo od", text) SET SCHEMA "app";
-- none
ALTER FUNCTION "app"."moodrange"("public"."mo od", "public"."mo od", text) RENAME TO "span";
-- none
ALTER FUNCTION "public"."moodmultirange"() SET SCHEMA "app";
-- none
ALTER FUNCTION "app"."moodmultirange"() RENAME TO "span_multirange";
-- none
ALTER FUNCTION "public"."moodmultirange"("app"."span") SET SCHEMA "app";
-- none
ALTER FUNCTION "app"."moodmultirange"("app"."span") RENAME TO "span_multirange";
-- none
ALTER FUNCTION "public"."moodmultirange"("app"."span"[]) SET SCHEMA "app";
-- none
ALTER FUNCTION "app"."moodmultirange"("app"."span"[]) RENAME TO "span_multirange";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT app.span('a'::public."mo od", 'b'::public."mo od");

-- down
-- none
ALTER TYPE "public"."mo od" RENAME TO "mood";
-- none
ALTER TYPE "app"."span" SET SCHEMA "public";
-- none
ALTER TYPE "public"."span" RENAME TO "moodrange";
-- none
ALTER TYPE "app"."span_multirange" SET SCHEMA "public";
-- none
ALTER TYPE "public"."span_multirange" RENAME TO "moodmultirange";
-- none
ALTER FUNCTION "app"."span"("public"."mood", "public"."mood") SET SCHEMA "public";
-- none
ALTER FUNCTION "public"."span"("public"."mood", "public"."mood") RENAME TO "moodrange";
-- none
ALTER FUNCTION "app"."span"("public"."mood", "public"."mood", text) SET SCHEMA "public";
-- none
ALTER FUNCTION "public"."span"("public"."mood", "public"."mood", text) RENAME TO "moodrange";
-- none
ALTER FUNCTION "app"."span_multirange"() SET SCHEMA "public";
-- none
ALTER FUNCTION "public"."span_multirange"() RENAME TO "moodmultirange";
-- none
ALTER FUNCTION "app"."span_multirange"("public"."moodrange") SET SCHEMA "public";
-- none
ALTER FUNCTION "public"."span_multirange"("public"."moodrange") RENAME TO "moodmultirange";
-- none
ALTER FUNCTION "app"."span_multirange"("public"."moodrange"[]) SET SCHEMA "public";
-- none
ALTER FUNCTION "public"."span_multirange"("public"."moodrange"[]) RENAME TO "moodmultirange";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT public.moodrange('a'::public.mood, 'b'::public.mood);
