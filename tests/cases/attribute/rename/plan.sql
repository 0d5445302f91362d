-- up
-- none
ALTER TYPE "public"."address" RENAME ATTRIBUTE "street" TO "road";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- none
ALTER TYPE "public"."address" ADD ATTRIBUTE "city" text;
-- access-share
CREATE VIEW "public"."v" AS SELECT (home).road AS street
   FROM public.t;

-- down
-- none
ALTER TYPE "public"."address" RENAME ATTRIBUTE "road" TO "street";
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- none, loses the attribute "public"."address"."city" and its values
ALTER TYPE "public"."address" DROP ATTRIBUTE "city";
-- access-share
CREATE VIEW "public"."v" AS SELECT (home).street AS street
   FROM public.t;
