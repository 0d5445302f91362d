-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."s" OWNED BY NONE;
-- access-exclusive, loses the column "public"."t"."x" and its values
ALTER TABLE "public"."t" DROP COLUMN "x";
-- access-exclusive
ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "y" text;
-- share-row-exclusive
ALTER SEQUENCE "public"."s" OWNED BY "public"."t"."y";

-- down
-- share-row-exclusive
ALTER SEQUENCE "public"."s" OWNED BY NONE;
-- access-exclusive, loses the column "public"."t"."y" and its values
ALTER TABLE "public"."t" DROP COLUMN "y";
-- access-exclusive
ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "x" integer;
-- share-row-exclusive
ALTER SEQUENCE "public"."s" OWNED BY "public"."t"."x";
