-- up
-- access-exclusive, loses the column "public"."visits"."kind" and its values
ALTER TABLE "public"."visits" DROP COLUMN "kind";
-- access-exclusive, rewrites
ALTER TABLE "public"."visits" ADD COLUMN "kind" boolean GENERATED ALWAYS AS ((id IS NULL)) STORED;
-- access-share
CREATE OR REPLACE FUNCTION "public"."visitors"()
RETURNS bigint
LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.visits
   WHERE visits.kind;
END;
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "stamp" BEFORE UPDATE OF "id", "kind" ON "public"."visits" FOR EACH ROW EXECUTE FUNCTION "public"."stamp"();

-- down
-- none
DROP FUNCTION "public"."visitors"();
-- access-exclusive
DROP TRIGGER "stamp" ON "public"."visits";
-- access-exclusive
ALTER TABLE "public"."visits" ALTER COLUMN "kind" DROP EXPRESSION;
-- access-exclusive, rewrites
ALTER TABLE "public"."visits" ALTER COLUMN "kind" SET DATA TYPE integer USING "kind"::integer;
-- access-share
CREATE FUNCTION "public"."visitors"()
RETURNS bigint
LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.visits;
END;
-- none
COMMENT ON ROUTINE "public"."visitors"() IS 'all';
-- share-row-exclusive
CREATE TRIGGER "stamp" BEFORE UPDATE OF "id" ON "public"."visits" FOR EACH ROW EXECUTE FUNCTION "public"."stamp"();
