-- up
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "at" timestamp with time zone DEFAULT now() NOT NULL;
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "bio" text;
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "score" numeric(6,2) DEFAULT 1.50 NOT NULL;
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;

-- down
-- access-exclusive, loses the column "public"."users"."at" and its values
ALTER TABLE "public"."users" DROP COLUMN "at";
-- access-exclusive, loses the column "public"."users"."bio" and its values
ALTER TABLE "public"."users" DROP COLUMN "bio";
-- access-exclusive, loses the column "public"."users"."score" and its values
ALTER TABLE "public"."users" DROP COLUMN "score";
-- access-exclusive, loses the column "public"."users"."tags" and its values
ALTER TABLE "public"."users" DROP COLUMN "tags";
