-- up
-- access-exclusive, rewrites, loses numbers other than 0 and 1 in "public"."flags"."big"
--   only if no values of "big" in "public"."flags" are no integer
ALTER TABLE "public"."flags" ALTER COLUMN "big" SET DATA TYPE boolean USING "big"::integer::boolean;
-- access-exclusive, rewrites, loses numbers other than 0 and 1 in "public"."flags"."list"
ALTER TABLE "public"."flags" ALTER COLUMN "list" SET DATA TYPE boolean[] USING "list"::boolean[];
-- access-exclusive, rewrites, loses numbers other than 0 and 1 in "public"."flags"."plain"
ALTER TABLE "public"."flags" ALTER COLUMN "plain" DROP DEFAULT, ALTER COLUMN "plain" SET DATA TYPE boolean USING "plain"::boolean, ALTER COLUMN "plain" SET DEFAULT false;
-- access-exclusive, rewrites, loses numbers other than 0 and 1 in "public"."flags"."share"
--   only if no values of "share" in "public"."flags" are no integer
ALTER TABLE "public"."flags" ALTER COLUMN "share" SET DATA TYPE boolean USING "share"::integer::boolean;
-- access-exclusive, rewrites, loses numbers other than 0 and 1 in "public"."flags"."small"
ALTER TABLE "public"."flags" ALTER COLUMN "small" SET DATA TYPE boolean USING "small"::integer::boolean;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."flags" ALTER COLUMN "big" SET DATA TYPE bigint USING "big"::integer::bigint;
-- access-exclusive, rewrites
ALTER TABLE "public"."flags" ALTER COLUMN "list" SET DATA TYPE integer[] USING "list"::integer[];
-- access-exclusive, rewrites
ALTER TABLE "public"."flags" ALTER COLUMN "plain" DROP DEFAULT, ALTER COLUMN "plain" SET DATA TYPE integer USING "plain"::integer, ALTER COLUMN "plain" SET DEFAULT 0;
-- access-exclusive, rewrites
ALTER TABLE "public"."flags" ALTER COLUMN "share" SET DATA TYPE numeric(6,2) USING "share"::integer::numeric(6,2);
-- access-exclusive, rewrites
ALTER TABLE "public"."flags" ALTER COLUMN "small" SET DATA TYPE smallint USING "small"::integer::smallint;
