-- up
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."j";
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a", "b" COLLATE "public"."my ""C" text_pattern_ops);
-- share
CREATE INDEX "j" ON "public"."t" USING btree (lower(b) COLLATE "POSIX");

-- down
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."j";
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a" COLLATE "C" DESC, "b");
-- share
CREATE INDEX "j" ON "public"."t" USING btree (lower(b) COLLATE "C");
