-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE integer USING "v"::integer;

-- down
-- access-exclusive, rewrites, loses numbers other than 0 and 1 in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE boolean USING "v"::boolean;
