-- up
-- access-exclusive
ALTER SEQUENCE "old"."numbers" SET SCHEMA "new";
-- access-exclusive
ALTER SEQUENCE "new"."numbers" RENAME TO "counter";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT nextval('new.counter'::regclass);

-- down
-- access-exclusive
ALTER SEQUENCE "new"."counter" SET SCHEMA "old";
-- access-exclusive
ALTER SEQUENCE "old"."counter" RENAME TO "numbers";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT nextval('old.numbers'::regclass);
