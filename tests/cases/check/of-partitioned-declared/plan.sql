-- up
-- access-exclusive
ALTER TABLE "app"."ev""ents" DROP CONSTRAINT "even";
-- access-exclusive
--   only if no rows of "app"."ev""ents" break the check "even"
ALTER TABLE "app"."ev""ents" ADD CONSTRAINT "even" CHECK ("id" % 2 = 0);
-- access-exclusive
--   only if no rows of "app"."ev""ents" break the check "positive"
ALTER TABLE "app"."ev""ents" ADD CONSTRAINT "positive" CHECK ("id" > 0);
-- access-exclusive
--   only if no rows of "app"."ev""ents" break the check "quoted"
ALTER TABLE "app"."ev""ents" ADD CONSTRAINT "quoted" CHECK ("id" < 1000 * length('"ev""ents"."id"'));

-- down
-- access-exclusive
ALTER TABLE "app"."ev""ents" DROP CONSTRAINT "even";
-- access-exclusive
ALTER TABLE "app"."ev""ents" DROP CONSTRAINT "positive";
-- access-exclusive
ALTER TABLE "app"."ev""ents" DROP CONSTRAINT "quoted";
-- access-exclusive
--   only if no rows of "app"."ev""ents" break the check "even"
ALTER TABLE "app"."ev""ents" ADD CONSTRAINT "even" CHECK ("id" <> 1);
