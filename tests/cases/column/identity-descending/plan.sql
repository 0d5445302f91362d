-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY (sequence name "t_id_seq" INCREMENT BY -1 MINVALUE -100 MAXVALUE -1 START WITH -1 CACHE 1);
-- row-exclusive
SELECT setval('"public"."t_id_seq"', least((SELECT min("id") FROM "public"."t") - 1, -1), false);

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP IDENTITY;
