-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE jsonb USING to_jsonb("v");

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text[] USING CASE WHEN "v" IS NULL THEN NULL ELSE ARRAY["v"] END;
