-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "e.xt".citext;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "e.xt".vector(3) USING ("b" #>> '{}')::"e.xt".vector(3);
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "c" "e.xt".vector(3);
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "d" "e.xt".halfvec(2)[];
-- share
CREATE INDEX "t_c" ON "public"."t" USING hnsw ("c" "e.xt".vector_l2_ops);
-- none
CREATE TABLE "public"."u" (
	"a" "e.xt".citext PRIMARY KEY NOT NULL
);

-- down
-- access-exclusive, loses the column "public"."t"."d" and its values
ALTER TABLE "public"."t" DROP COLUMN "d";
-- access-exclusive
DROP INDEX "public"."t_c";
-- access-exclusive, loses the column "public"."t"."c" and its values
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive, loses the table "public"."u" and its rows
DROP TABLE "public"."u";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE text;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE jsonb USING to_jsonb("b");
