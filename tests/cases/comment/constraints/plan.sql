-- up
-- access-share
COMMENT ON CONSTRAINT "c" ON "public"."t" IS NULL;
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "f";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u";
-- access-exclusive
ALTER TABLE "public"."t" RENAME CONSTRAINT "t_id_pk" TO "t_key";
-- access-share
COMMENT ON CONSTRAINT "t_key" ON "public"."t" IS 'the key';
-- access-share
COMMENT ON CONSTRAINT "p_pkey" ON "public"."p" IS 'new';
-- share-row-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "f" FOREIGN KEY ("r") REFERENCES "public"."p"("id") ON DELETE cascade ON UPDATE no action;
-- access-share
COMMENT ON CONSTRAINT "f" ON "public"."t" IS 'the parent';
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a", "r"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u" UNIQUE("a", "r");
-- access-share
COMMENT ON CONSTRAINT "u" ON "public"."t" IS 'once';

-- down
-- access-share
COMMENT ON CONSTRAINT "p_pkey" ON "public"."p" IS NULL;
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "f";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u";
-- access-exclusive
ALTER TABLE "public"."t" RENAME CONSTRAINT "t_key" TO "t_id_pk";
-- access-share
COMMENT ON CONSTRAINT "t_id_pk" ON "public"."t" IS 'key';
-- access-share
COMMENT ON CONSTRAINT "c" ON "public"."t" IS 'positive';
-- share-row-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "f" FOREIGN KEY ("r") REFERENCES "public"."p"("id") ON DELETE no action ON UPDATE no action;
-- access-share
COMMENT ON CONSTRAINT "f" ON "public"."t" IS 'parent';
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "u" UNIQUE("a");
-- access-share
COMMENT ON CONSTRAINT "u" ON "public"."t" IS 'once';
