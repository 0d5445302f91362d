-- up
-- access-exclusive, rewrites
ALTER TABLE "app"."ev""ents" ALTER COLUMN "next" SET EXPRESSION AS ("id" + 2);
-- access-exclusive, rewrites
ALTER TABLE "app"."ev""ents" ADD COLUMN "twice" integer GENERATED ALWAYS AS ("id" * length('"ev""ents"."id"')) STORED;

-- down
-- access-exclusive
ALTER TABLE "app"."ev""ents" DROP COLUMN "twice";
-- access-exclusive, rewrites
ALTER TABLE "app"."ev""ents" ALTER COLUMN "next" SET EXPRESSION AS ("id" + 1);
