-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."q" OWNED BY NONE;
-- access-exclusive
ALTER SEQUENCE "public"."q" SET SCHEMA "app";
-- access-exclusive
ALTER SEQUENCE "public"."r" RENAME TO "r2";
-- access-exclusive
ALTER TABLE "public"."t" SET SCHEMA "app";
-- access-exclusive
ALTER TABLE "public"."v" RENAME TO "w";
-- access-exclusive
ALTER TABLE "public"."w" RENAME COLUMN "id" TO "i";

-- down
-- access-exclusive
ALTER SEQUENCE "app"."q" SET SCHEMA "public";
-- access-exclusive
ALTER SEQUENCE "app"."r2" RENAME TO "r";
-- access-exclusive
ALTER TABLE "app"."t" SET SCHEMA "public";
-- access-exclusive
ALTER TABLE "public"."w" RENAME TO "v";
-- access-exclusive
ALTER TABLE "public"."v" RENAME COLUMN "i" TO "id";
-- share-row-exclusive
ALTER SEQUENCE "public"."q" OWNED BY "public"."u"."id";
