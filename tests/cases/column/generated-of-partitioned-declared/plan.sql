-- up
-- access-exclusive
ALTER TABLE "app"."ev""ents" DROP COLUMN "next";
-- access-exclusive, rewrites
ALTER TABLE "app"."ev""ents" ADD COLUMN "next" integer GENERATED ALWAYS AS ("id" + 2) STORED;
-- access-exclusive, rewrites
ALTER TABLE "app"."ev""ents" ADD COLUMN "twice" integer GENERATED ALWAYS AS ("id" * length('"ev""ents"."id"')) STORED;

-- down
-- access-exclusive
ALTER TABLE "app"."ev""ents" DROP COLUMN "next";
-- access-exclusive
ALTER TABLE "app"."ev""ents" DROP COLUMN "twice";
-- access-exclusive, rewrites
ALTER TABLE "app"."ev""ents" ADD COLUMN "next" integer GENERATED ALWAYS AS ("id" + 1) STORED;
