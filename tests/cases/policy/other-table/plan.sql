-- up
-- access-exclusive
DROP POLICY "r" ON "public"."t";
-- access-exclusive, rewrites
ALTER TABLE "public"."m" ALTER COLUMN "a" SET DATA TYPE bigint;
-- access-exclusive
CREATE POLICY "r" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((EXISTS ( SELECT 1
   FROM public.m
  WHERE (m.a = t.a))));

-- down
-- access-exclusive
DROP POLICY "r" ON "public"."t";
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."m" are no integer
ALTER TABLE "public"."m" ALTER COLUMN "a" SET DATA TYPE integer;
-- access-exclusive
CREATE POLICY "r" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((EXISTS ( SELECT 1
   FROM public.m
  WHERE (m.a = t.a))));
