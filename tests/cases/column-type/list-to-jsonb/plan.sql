-- up
-- access-exclusive, rewrites, loses all but the first value of lists in "public"."t"."v"
--   only if no values of "v" in "public"."t" are no jsonb
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE jsonb USING "v"[1]::jsonb;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text[] USING CASE WHEN "v" IS NULL THEN NULL ELSE ARRAY["v"] END;
