-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE integer[] USING CASE WHEN "v" IS NULL THEN NULL ELSE ARRAY["v"] END;

-- down
-- access-exclusive, rewrites, loses all but the first value of lists in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE integer USING "v"[1];
