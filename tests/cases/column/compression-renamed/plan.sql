-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "a" TO "a.b";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a.b" SET COMPRESSION pglz;

-- down
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "a.b" TO "a";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET COMPRESSION default;
