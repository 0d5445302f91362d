-- up
-- access-exclusive, rewrites, loses white space, key order and repeated keys of documents in "public"."t"."v"
--   only if no values of "v" in "public"."t" are no jsonb
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE jsonb;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE json;
