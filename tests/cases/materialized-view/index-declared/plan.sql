-- up
-- share
CREATE UNIQUE INDEX "da""ys_once" ON "public"."da""ys" USING btree ("pa""th", "day");
-- share
CREATE INDEX "often" ON "public"."da""ys" USING btree ("ti.mes" DESC, lower("pa""th") COLLATE "C" NULLS FIRST) WITH (fillfactor=70) WHERE "day" IS NOT NULL;
-- share-update-exclusive
COMMENT ON INDEX "public"."often" IS 'the busiest first';

-- down
-- access-exclusive
DROP INDEX "public"."da""ys_once";
-- access-exclusive
DROP INDEX "public"."often";
