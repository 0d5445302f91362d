-- up
-- access-exclusive, loses the table "public"."gone" and its rows
DROP TABLE "public"."gone";
-- none
CREATE EXTENSION IF NOT EXISTS "citext" VERSION '1.8';
-- none
CREATE EXTENSION IF NOT EXISTS "vector" VERSION '0.8.7';
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE citext;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "v" vector(3);
-- none
COMMENT ON EXTENSION "citext" IS 'data type for case-insensitive character strings';
-- none
COMMENT ON EXTENSION "vector" IS 'vector data type and ivfflat and hnsw access methods';
-- share
CREATE INDEX "t_v" ON "public"."t" USING hnsw ("v" vector_l2_ops);
-- none
CREATE TABLE "public"."aa" (
	"v" halfvec(2),
	"w" vector[]
);

-- down
-- access-exclusive
DROP INDEX "public"."t_v";
-- access-exclusive, loses the column "public"."t"."v" and its values
ALTER TABLE "public"."t" DROP COLUMN "v";
-- access-exclusive, loses the table "public"."aa" and its rows
DROP TABLE "public"."aa";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE text;
-- none
DROP EXTENSION "citext";
-- none
DROP EXTENSION "vector";
-- none
CREATE TABLE "public"."gone" (
	"x" integer
);
