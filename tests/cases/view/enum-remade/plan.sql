-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('b', 'a');
-- access-exclusive, rewrites
--   only if no rows of "public"."t" use 'c' in "m", which the enum "mood" no longer has
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DATA TYPE "public"."mood" USING "m"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- access-share
CREATE VIEW "public"."v" AS SELECT id,
    m
   FROM public.t
  WHERE (m <> 'b'::public.mood);

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('a', 'b', 'c');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DATA TYPE "public"."mood" USING "m"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- access-share
CREATE VIEW "public"."v" AS SELECT id,
    m
   FROM public.t
  WHERE (m <> 'b'::public.mood);
