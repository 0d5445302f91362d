-- up
-- access-exclusive
DROP INDEX "public"."m_id";
-- share
CREATE INDEX "m_name" ON "public"."m" USING btree (name);
-- share
CREATE UNIQUE INDEX "m_one" ON "public"."m" USING btree (id);

-- down
-- access-exclusive
DROP INDEX "public"."m_name";
-- access-exclusive
DROP INDEX "public"."m_one";
-- share
CREATE INDEX "m_id" ON "public"."m" USING btree (id);
