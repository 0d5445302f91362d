-- up
-- access-exclusive
ALTER TABLE "public"."vi""sits" ALTER COLUMN "bo.dy" SET DATA TYPE text COLLATE pg_catalog."POSIX";
-- access-exclusive
ALTER TABLE "public"."vi""sits" ALTER COLUMN "bo.dy" SET STORAGE EXTERNAL;
-- access-exclusive
ALTER TABLE "public"."vi""sits" ALTER COLUMN "path" SET DATA TYPE text COLLATE "C";
-- access-exclusive
ALTER TABLE "public"."vi""sits" ALTER COLUMN "path" SET COMPRESSION pglz;
-- access-exclusive, rewrites
ALTER TABLE "public"."vi""sits" SET LOGGED;
-- share-update-exclusive
ALTER TABLE "public"."vi""sits" SET (fillfactor=80, toast.autovacuum_enabled=false);
-- access-exclusive
ALTER TABLE "public"."vi""sits" FORCE ROW LEVEL SECURITY;
-- share
CREATE INDEX "a ""covering"" one" ON "public"."vi""sits" USING btree ("path") INCLUDE ("bo.dy");

-- down
-- access-exclusive
DROP INDEX "public"."a ""covering"" one";
-- access-exclusive
ALTER TABLE "public"."vi""sits" ALTER COLUMN "bo.dy" SET DATA TYPE text;
-- access-exclusive
ALTER TABLE "public"."vi""sits" ALTER COLUMN "path" SET DATA TYPE text;
-- access-exclusive, rewrites
ALTER TABLE "public"."vi""sits" SET UNLOGGED;
-- share-update-exclusive
ALTER TABLE "public"."vi""sits" SET (fillfactor=70);
-- share-update-exclusive
ALTER TABLE "public"."vi""sits" RESET (toast.autovacuum_enabled);
-- access-exclusive
ALTER TABLE "public"."vi""sits" NO FORCE ROW LEVEL SECURITY;
