-- up
-- none
ALTER TYPE "public"."hours" SET SCHEMA "app";
-- none
ALTER TYPE "public"."hours_multirange" SET SCHEMA "app";
-- none
ALTER FUNCTION "public"."hours"(integer, integer) SET SCHEMA "app";
-- none
ALTER FUNCTION "public"."hours"(integer, integer, text) SET SCHEMA "app";
-- none
ALTER FUNCTION "public"."hours_multirange"() SET SCHEMA "app";
-- none
ALTER FUNCTION "public"."hours_multirange"("app"."hours") SET SCHEMA "app";
-- none
ALTER FUNCTION "public"."hours_multirange"("app"."hours"[]) SET SCHEMA "app";
-- none
ALTER TYPE "public"."sp""an" SET SCHEMA "app";
-- none
ALTER TYPE "app"."sp""an" RENAME TO "sp an";
-- none
ALTER TYPE "public"."sp""ans" SET SCHEMA "app";
-- none
ALTER FUNCTION "public"."sp""an"(date, date) SET SCHEMA "app";
-- none
ALTER FUNCTION "app"."sp""an"(date, date) RENAME TO "sp an";
-- none
ALTER FUNCTION "public"."sp""an"(date, date, text) SET SCHEMA "app";
-- none
ALTER FUNCTION "app"."sp""an"(date, date, text) RENAME TO "sp an";
-- none
ALTER FUNCTION "public"."sp""ans"() SET SCHEMA "app";
-- none
ALTER FUNCTION "public"."sp""ans"("app"."sp an") SET SCHEMA "app";
-- none
ALTER FUNCTION "public"."sp""ans"("app"."sp an"[]) SET SCHEMA "app";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE app."sp""ans" USING "b"::text::app."sp""ans";

-- down
-- none
ALTER TYPE "app"."hours" SET SCHEMA "public";
-- none
ALTER TYPE "app"."hours_multirange" SET SCHEMA "public";
-- none
ALTER FUNCTION "app"."hours"(integer, integer) SET SCHEMA "public";
-- none
ALTER FUNCTION "app"."hours"(integer, integer, text) SET SCHEMA "public";
-- none
ALTER FUNCTION "app"."hours_multirange"() SET SCHEMA "public";
-- none
ALTER FUNCTION "app"."hours_multirange"("public"."hours") SET SCHEMA "public";
-- none
ALTER FUNCTION "app"."hours_multirange"("public"."hours"[]) SET SCHEMA "public";
-- none
ALTER TYPE "app"."sp an" SET SCHEMA "public";
-- none
ALTER TYPE "public"."sp an" RENAME TO "sp""an";
-- none
ALTER TYPE "app"."sp""ans" SET SCHEMA "public";
-- none
ALTER FUNCTION "app"."sp an"(date, date) SET SCHEMA "public";
-- none
ALTER FUNCTION "public"."sp an"(date, date) RENAME TO "sp""an";
-- none
ALTER FUNCTION "app"."sp an"(date, date, text) SET SCHEMA "public";
-- none
ALTER FUNCTION "public"."sp an"(date, date, text) RENAME TO "sp""an";
-- none
ALTER FUNCTION "app"."sp""ans"() SET SCHEMA "public";
-- none
ALTER FUNCTION "app"."sp""ans"("public"."sp""an") SET SCHEMA "public";
-- none
ALTER FUNCTION "app"."sp""ans"("public"."sp""an"[]) SET SCHEMA "public";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE public."sp""ans" USING "b"::text::public."sp""ans";
