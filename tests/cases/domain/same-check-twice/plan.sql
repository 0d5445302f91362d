-- up
-- none
ALTER DOMAIN "public"."d d" RENAME TO "old__d d";
-- none
CREATE DOMAIN "public"."d d" AS integer CONSTRAINT "one" CHECK ((VALUE > 0)) CONSTRAINT "t wo" CHECK ((VALUE > 0));
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."d d"[];
-- none
DROP DOMAIN "public"."old__d d";

-- down
-- none
ALTER DOMAIN "public"."d d" DROP CONSTRAINT "t wo";
