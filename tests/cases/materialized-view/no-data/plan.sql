-- up
-- access-share
CREATE MATERIALIZED VIEW "public"."paths" AS select distinct "path" from "visits"
WITH NO DATA;
-- share
CREATE UNIQUE INDEX "paths_path" ON "public"."paths" USING btree ("path");

-- down
-- access-exclusive
DROP MATERIALIZED VIEW "public"."paths";
