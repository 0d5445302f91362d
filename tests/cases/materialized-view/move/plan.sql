-- up
-- access-exclusive
ALTER MATERIALIZED VIEW "public"."m" SET SCHEMA "app";

-- down
-- access-exclusive
DROP MATERIALIZED VIEW "app"."m";
-- access-share
CREATE MATERIALIZED VIEW "public"."m" AS SELECT id
   FROM public.users;
-- share
CREATE INDEX "m_id" ON "public"."m" USING btree (id);
