-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY (sequence name "t_nr" INCREMENT BY 2 MINVALUE 3 MAXVALUE 900 START WITH 5 CACHE 2 CYCLE);
-- row-exclusive
SELECT setval('"public"."t_nr"', greatest((SELECT max("id") FROM "public"."t") + 1, 5), false);

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP IDENTITY;
