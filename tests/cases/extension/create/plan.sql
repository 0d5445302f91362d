-- up
-- none
CREATE EXTENSION IF NOT EXISTS "citext" VERSION '1.8';
-- none
CREATE EXTENSION IF NOT EXISTS "pg_trgm" VERSION '1.6';
-- none
CREATE SCHEMA "ext";
-- none
CREATE EXTENSION IF NOT EXISTS "vector" SCHEMA "ext" VERSION '0.8.7';
-- access-exclusive
ALTER TABLE "public"."docs" ADD COLUMN "alias" citext;
-- none
COMMENT ON EXTENSION "citext" IS 'data type for case-insensitive character strings';
-- none
COMMENT ON EXTENSION "pg_trgm" IS 'text similarity measurement and index searching based on trigrams';
-- none
COMMENT ON EXTENSION "vector" IS 'vector data type and ivfflat and hnsw access methods';
-- none
CREATE TYPE "public"."kind" AS ENUM('a');
-- none
CREATE FUNCTION "public"."near"("v" ext.vector)
RETURNS double precision
LANGUAGE sql
RETURN ext.l2_distance(v, v);
-- share
CREATE INDEX "docs_trgm" ON "public"."docs" USING gin ("title" gin_trgm_ops);

-- down
-- access-exclusive, loses the column "public"."docs"."alias" and its values
ALTER TABLE "public"."docs" DROP COLUMN "alias";
-- none
DROP TYPE "public"."kind";
-- none
DROP FUNCTION "public"."near"(ext.vector);
-- access-exclusive
DROP INDEX "public"."docs_trgm";
-- none
DROP EXTENSION "citext";
-- none
DROP EXTENSION "pg_trgm";
-- none
DROP EXTENSION "vector";
-- none
DROP SCHEMA "ext";
