-- up
-- access-share
CREATE MATERIALIZED VIEW "public"."m" WITH (fillfactor=70) AS SELECT id,
    name
   FROM public.users;
-- share
CREATE INDEX "m.low" ON "public"."m" USING btree (lower(name) DESC, id) WHERE (id > 0);
-- share
CREATE UNIQUE INDEX "m_id" ON "public"."m" USING btree (id);

-- down
-- access-exclusive
DROP MATERIALIZED VIEW "public"."m";
