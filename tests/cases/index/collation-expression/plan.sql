-- up
-- access-exclusive
DROP INDEX "public"."i";
-- share
CREATE INDEX "i" ON "public"."t" USING btree (lower(a) COLLATE "C", ((a || a)) COLLATE "POSIX");

-- down
-- access-exclusive
DROP INDEX "public"."i";
-- share
CREATE INDEX "i" ON "public"."t" USING btree (lower(a));
