-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."posts" ADD COLUMN "code" uuid DEFAULT gen_random_uuid() NOT NULL;
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "at" timestamp with time zone DEFAULT now();
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "code" uuid;
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "code" SET DEFAULT gen_random_uuid();
-- row-exclusive, in the next transaction
UPDATE "public"."users" SET "code" = (gen_random_uuid()) WHERE "code" IS NULL;
-- access-exclusive
ALTER TABLE "public"."users" ADD CONSTRAINT "users_code_not_null" CHECK ("code" IS NOT NULL) NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."users" VALIDATE CONSTRAINT "users_code_not_null";
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "code" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "users_code_not_null";
-- none
CREATE SEQUENCE "public"."numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "no" bigint;
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "no" SET DEFAULT nextval('public.numbers'::regclass);
-- row-exclusive, in the next transaction
UPDATE "public"."users" SET "no" = (nextval('public.numbers'::regclass)) WHERE "no" IS NULL;

-- down
-- access-exclusive, loses the column "public"."posts"."code" and its values
ALTER TABLE "public"."posts" DROP COLUMN "code";
-- access-exclusive, loses the column "public"."users"."at" and its values
ALTER TABLE "public"."users" DROP COLUMN "at";
-- access-exclusive, loses the column "public"."users"."code" and its values
ALTER TABLE "public"."users" DROP COLUMN "code";
-- access-exclusive, loses the column "public"."users"."no" and its values
ALTER TABLE "public"."users" DROP COLUMN "no";
-- access-exclusive, loses the sequence "public"."numbers" and the number it stands at
DROP SEQUENCE "public"."numbers";
