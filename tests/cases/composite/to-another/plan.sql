-- up
-- access-exclusive, rewrites, loses the attribute "x" of values in "public"."t"."c"
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."b" USING CASE WHEN "c" IS DISTINCT FROM NULL THEN ROW(("c")."y", NULL)::"public"."b" END;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "d" SET DATA TYPE jsonb USING to_jsonb("d");

-- down
-- access-exclusive, rewrites, loses the attribute "z" of values in "public"."t"."c"
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."a" USING CASE WHEN "c" IS DISTINCT FROM NULL THEN ROW(NULL, ("c")."y")::"public"."a" END;
-- access-exclusive, rewrites
--   only if no values of "d" in "public"."t" are no "public"."a"
ALTER TABLE "public"."t" ALTER COLUMN "d" SET DATA TYPE "public"."a" USING ("d" #>> '{}')::"public"."a";
