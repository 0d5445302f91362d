-- up
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."m", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."m";
-- access-exclusive, loses the column "public"."users"."email" and its values
ALTER TABLE "public"."users" DROP COLUMN "email";
-- access-share
CREATE MATERIALIZED VIEW "public"."m" AS SELECT id
   FROM public.users;
-- share
CREATE INDEX "m_id" ON "public"."m" USING btree (id);

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."m", which is made again, are declared nowhere and would be lost
DROP MATERIALIZED VIEW "public"."m";
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "email" text;
-- access-share
CREATE MATERIALIZED VIEW "public"."m" AS SELECT id,
    email
   FROM public.users;
-- share
CREATE INDEX "m_id" ON "public"."m" USING btree (id);
