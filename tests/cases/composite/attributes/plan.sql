-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."w", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."w";
-- none, loses the attribute "public"."address"."zip" and its values
ALTER TYPE "public"."address" DROP ATTRIBUTE "zip";
-- none
ALTER TYPE "public"."address" ADD ATTRIBUTE "country" character varying(2);
-- none
ALTER TYPE "public"."address" ADD ATTRIBUTE "no.te" text COLLATE "C";
-- access-share
CREATE VIEW "public"."v" AS SELECT (home).street AS street
   FROM public.t;
-- access-share
CREATE VIEW "public"."w" AS SELECT id
   FROM public.t;

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."w", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."w";
-- none
ALTER TYPE "public"."address" RENAME TO "old__address";
-- none
CREATE TYPE "public"."address" AS ("street" text, "zip" integer, "city" text);
-- access-exclusive, rewrites, loses the attributes "country", "no.te" of values in "public"."t"."home"
ALTER TABLE "public"."t" ALTER COLUMN "home" SET DATA TYPE "public"."address" USING CASE WHEN "home" IS DISTINCT FROM NULL THEN ROW(("home")."street", NULL, ("home")."city")::"public"."address" END;
-- none
DROP TYPE "public"."old__address";
-- access-share
CREATE VIEW "public"."v" AS SELECT (home).street AS street
   FROM public.t;
-- access-share
CREATE VIEW "public"."w" AS SELECT (home).zip AS zip,
    id
   FROM public.t;
