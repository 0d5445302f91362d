-- up
-- access-exclusive
ALTER TABLE "public"."events" RENAME TO "facts";
-- access-exclusive
ALTER TABLE "public"."facts" RENAME COLUMN "at" TO "on";
-- access-exclusive
ALTER TABLE "public"."events_23" RENAME TO "facts_23";
-- access-exclusive
ALTER TABLE "public"."facts" RENAME CONSTRAINT "events_pkey" TO "facts_pkey";

-- down
-- access-exclusive
ALTER TABLE "public"."facts" RENAME TO "events";
-- access-exclusive
ALTER TABLE "public"."events" RENAME COLUMN "on" TO "at";
-- access-exclusive
ALTER TABLE "public"."facts_23" RENAME TO "events_23";
-- access-exclusive
ALTER TABLE "public"."events" RENAME CONSTRAINT "facts_pkey" TO "events_pkey";
