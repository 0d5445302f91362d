-- up
-- access-exclusive
DROP INDEX "public"."events_kind";
-- access-exclusive
ALTER TABLE "public"."events" DROP CONSTRAINT "events_pkey";
-- access-exclusive
ALTER TABLE "public"."events" ALTER COLUMN "at" SET DEFAULT now();
-- access-exclusive
ALTER TABLE "public"."events" ALTER COLUMN "id" DROP NOT NULL;
-- share-update-exclusive
COMMENT ON TABLE "public"."events_23" IS 'shut';
-- access-exclusive
ALTER TABLE "public"."events" ADD COLUMN "more" integer DEFAULT 5 NOT NULL;
-- access-exclusive
ALTER TABLE "public"."events" ADD CONSTRAINT "events_more_check" CHECK ((more > 0));
-- share
CREATE INDEX "events_more" ON "public"."events" USING btree ("more", "at");
-- none
CREATE TABLE "public"."kinds" (
	"name" text PRIMARY KEY NOT NULL
);
-- share-row-exclusive
ALTER TABLE "public"."events" ADD CONSTRAINT "events_kind_fkey" FOREIGN KEY ("kind") REFERENCES "public"."kinds"("name") ON DELETE no action ON UPDATE no action;
-- access-exclusive
--   only if no rows of "public"."events" repeat a value of ("at", "id"), which becomes unique
ALTER TABLE "public"."events" ADD CONSTRAINT "events_at_id_key" UNIQUE("at", "id");

-- down
-- access-exclusive
ALTER TABLE "public"."events" DROP CONSTRAINT "events_more_check";
-- access-exclusive
ALTER TABLE "public"."events" DROP CONSTRAINT "events_kind_fkey";
-- access-exclusive
DROP INDEX "public"."events_more";
-- access-exclusive, loses the column "public"."events"."more" and its values
ALTER TABLE "public"."events" DROP COLUMN "more";
-- access-exclusive, loses the table "public"."kinds" and its rows
DROP TABLE "public"."kinds";
-- access-exclusive
ALTER TABLE "public"."events" DROP CONSTRAINT "events_at_id_key";
-- access-exclusive
ALTER TABLE "public"."events" ALTER COLUMN "at" DROP DEFAULT;
-- access-exclusive
--   only if no rows of "public"."events" have no "id", which becomes required
ALTER TABLE "public"."events" ALTER COLUMN "id" SET NOT NULL;
-- share-update-exclusive
COMMENT ON TABLE "public"."events_23" IS 'closed';
-- share
CREATE INDEX "events_kind" ON "public"."events" USING btree ("kind");
-- access-exclusive
--   only if no rows of "public"."events" repeat a value of ("id", "at"), which becomes unique
ALTER TABLE "public"."events" ADD CONSTRAINT "events_pkey" PRIMARY KEY("id", "at");
