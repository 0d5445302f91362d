-- up
-- access-exclusive
ALTER TABLE "public"."member" DROP CONSTRAINT "member_org_fkey";
-- access-exclusive
ALTER TABLE "public"."seat" DROP CONSTRAINT "seat_org_n_fkey";
-- access-exclusive, rewrites
ALTER TABLE "public"."member" ALTER COLUMN "n" SET DATA TYPE bigint;
-- access-exclusive, rewrites
--   only if no values of "org" in "public"."member" are no uuid
ALTER TABLE "public"."member" ALTER COLUMN "org" SET DATA TYPE uuid USING "org"::uuid;
-- access-exclusive
ALTER TABLE "public"."org" ALTER COLUMN "code" SET DATA TYPE character varying(60);
-- access-exclusive, rewrites
--   only if no values of "id" in "public"."org" are no uuid
ALTER TABLE "public"."org" ALTER COLUMN "id" SET DATA TYPE uuid USING "id"::uuid;
-- access-exclusive
ALTER TABLE "public"."seat" ALTER COLUMN "code" SET DATA TYPE text;
-- access-exclusive, rewrites
ALTER TABLE "public"."seat" ALTER COLUMN "n" SET DATA TYPE bigint;
-- access-exclusive, rewrites
--   only if no values of "org" in "public"."seat" are no uuid
ALTER TABLE "public"."seat" ALTER COLUMN "org" SET DATA TYPE uuid USING "org"::uuid;
-- share-row-exclusive
ALTER TABLE "public"."member" ADD CONSTRAINT "member_org_fkey" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;
-- share-row-exclusive
ALTER TABLE "public"."seat" ADD CONSTRAINT "seat_org_n_fkey" FOREIGN KEY ("org", "n") REFERENCES "public"."member"("org", "n") ON DELETE no action ON UPDATE no action;

-- down
-- access-exclusive
ALTER TABLE "public"."member" DROP CONSTRAINT "member_org_fkey";
-- access-exclusive
ALTER TABLE "public"."seat" DROP CONSTRAINT "seat_org_n_fkey";
-- access-exclusive, rewrites
--   only if no values of "n" in "public"."member" are no integer
ALTER TABLE "public"."member" ALTER COLUMN "n" SET DATA TYPE integer;
-- access-exclusive, rewrites
ALTER TABLE "public"."member" ALTER COLUMN "org" SET DATA TYPE text;
-- access-exclusive, rewrites
--   only if no values of "code" in "public"."org" are no character varying(40)
ALTER TABLE "public"."org" ALTER COLUMN "code" SET DATA TYPE character varying(40);
-- access-exclusive, rewrites
ALTER TABLE "public"."org" ALTER COLUMN "id" SET DATA TYPE text;
-- access-exclusive, rewrites
--   only if no values of "code" in "public"."seat" are no character varying(40)
ALTER TABLE "public"."seat" ALTER COLUMN "code" SET DATA TYPE character varying(40);
-- access-exclusive, rewrites
--   only if no values of "n" in "public"."seat" are no integer
ALTER TABLE "public"."seat" ALTER COLUMN "n" SET DATA TYPE integer;
-- access-exclusive, rewrites
ALTER TABLE "public"."seat" ALTER COLUMN "org" SET DATA TYPE text;
-- share-row-exclusive
ALTER TABLE "public"."member" ADD CONSTRAINT "member_org_fkey" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;
-- share-row-exclusive
ALTER TABLE "public"."seat" ADD CONSTRAINT "seat_org_n_fkey" FOREIGN KEY ("org", "n") REFERENCES "public"."member"("org", "n") ON DELETE no action ON UPDATE no action;
