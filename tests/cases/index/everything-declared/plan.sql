-- up
-- access-exclusive
DROP INDEX "public"."by_class";
-- access-exclusive
DROP INDEX "public"."by_data";
-- access-exclusive
DROP INDEX "public"."by_method";
-- access-exclusive
DROP INDEX "public"."by_parts";
-- access-exclusive
DROP INDEX "public"."by_some";
-- access-exclusive
DROP INDEX "public"."by_text";
-- access-exclusive
DROP INDEX "public"."by_title";
-- share
CREATE INDEX "by_class" ON "public"."docs" USING btree ("doc_title");
-- share
CREATE INDEX "by_data" ON "public"."docs" USING gin ("doc_data" jsonb_path_ops) WITH (fastupdate=true);
-- share
CREATE INDEX "by_method" ON "public"."docs" USING hash ("doc_title");
-- share
CREATE INDEX "by_parts" ON "public"."docs" USING btree ("doc_title" NULLS FIRST, "page_count" DESC NULLS LAST);
-- share
CREATE INDEX "by_some" ON "public"."docs" USING btree ("page_count") WHERE "docs"."doc_title" = 'a';
-- share
CREATE INDEX "by_text" ON "public"."docs" USING btree (upper("doc_title"), "page_count");
-- share
--   only if no rows of "public"."docs" repeat a value of ("doc_title"), which becomes unique
CREATE UNIQUE INDEX "by_title" ON "public"."docs" USING btree ("doc_title");

-- down
-- access-exclusive
DROP INDEX "public"."by_class";
-- access-exclusive
DROP INDEX "public"."by_data";
-- access-exclusive
DROP INDEX "public"."by_method";
-- access-exclusive
DROP INDEX "public"."by_parts";
-- access-exclusive
DROP INDEX "public"."by_some";
-- access-exclusive
DROP INDEX "public"."by_text";
-- access-exclusive
DROP INDEX "public"."by_title";
-- share
CREATE INDEX "by_class" ON "public"."docs" USING btree ("doc_title" text_pattern_ops);
-- share
CREATE INDEX "by_data" ON "public"."docs" USING gin ("doc_data") WITH (fastupdate=false);
-- share
CREATE INDEX "by_method" ON "public"."docs" USING btree ("doc_title");
-- share
CREATE INDEX "by_parts" ON "public"."docs" USING btree ("doc_title" DESC NULLS LAST, "page_count");
-- share
CREATE INDEX "by_some" ON "public"."docs" USING btree ("page_count") WHERE "docs"."doc_title" <> 'a';
-- share
CREATE INDEX "by_text" ON "public"."docs" USING btree (lower("doc_title"));
-- share
CREATE INDEX "by_title" ON "public"."docs" USING btree ("doc_title");
