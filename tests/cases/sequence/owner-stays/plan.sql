-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."r" OWNED BY NONE;
-- share-row-exclusive
ALTER SEQUENCE "public"."s" OWNED BY NONE;
-- access-exclusive
ALTER TABLE "public"."t" SET SCHEMA "app";
-- share-row-exclusive
ALTER SEQUENCE "public"."r" OWNED BY "public"."u"."id";

-- down
-- access-exclusive
ALTER TABLE "app"."t" SET SCHEMA "public";
-- share-row-exclusive
ALTER SEQUENCE "public"."r" OWNED BY "public"."t"."id";
-- share-row-exclusive
ALTER SEQUENCE "public"."s" OWNED BY "public"."t"."id";
