-- up
-- share-update-exclusive
ALTER TABLE "public"."events_23" SET (fillfactor=70);
-- access-exclusive
ALTER TABLE "public"."events_23" ENABLE ROW LEVEL SECURITY;
-- access-exclusive
--   only if no rows of "public"."events_23" break the check "early"
ALTER TABLE "public"."events_23" ADD CONSTRAINT "early" CHECK ((id < 1000000));
-- share-update-exclusive
COMMENT ON TABLE "public"."events_23" IS 'closed';
-- access-share
GRANT SELECT ON TABLE "public"."events_23" TO "reader";
-- share
CREATE INDEX "events_23_at" ON "public"."events_23" USING btree ("at" DESC) WHERE (id > 5);
-- share-update-exclusive
COMMENT ON INDEX "public"."events_23_at" IS 'newest first';
-- share
--   only if no rows of "public"."events_23" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX "events_23_id" ON "public"."events_23" USING btree ("id");
-- access-exclusive
CREATE POLICY "own" ON "public"."events_23" AS PERMISSIVE FOR ALL TO PUBLIC USING ((id > 0));
-- share-row-exclusive
CREATE TRIGGER "touch" BEFORE INSERT ON "public"."events_23" FOR EACH ROW EXECUTE FUNCTION "public"."touch"();

-- down
-- access-exclusive
ALTER TABLE "public"."events_23" DROP CONSTRAINT "early";
-- share-update-exclusive
COMMENT ON TABLE "public"."events_23" IS NULL;
-- access-share
REVOKE SELECT ON TABLE "public"."events_23" FROM "reader";
-- access-exclusive
DROP INDEX "public"."events_23_at";
-- access-exclusive
DROP INDEX "public"."events_23_id";
-- access-exclusive
DROP POLICY "own" ON "public"."events_23";
-- access-exclusive
DROP TRIGGER "touch" ON "public"."events_23";
-- share-update-exclusive
ALTER TABLE "public"."events_23" RESET (fillfactor);
-- access-exclusive
ALTER TABLE "public"."events_23" DISABLE ROW LEVEL SECURITY;
