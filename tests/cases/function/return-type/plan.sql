-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "few";
-- none
DROP FUNCTION "public"."other"();
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
-- none
DROP FUNCTION "public"."next"();
-- none
CREATE FUNCTION "public"."next"()
RETURNS bigint
LANGUAGE sql
AS $$SELECT 1::bigint$$;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT public.next();
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "n" SET DEFAULT (public.next() + 1);
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "few" CHECK ((id < (10 * public.next())));
-- none
CREATE FUNCTION "public"."other"()
RETURNS integer
LANGUAGE sql
RETURN public.next();
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((id = public.next()));

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "few";
-- none
DROP FUNCTION "public"."other"();
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "n" SET DEFAULT 7;
-- none
DROP FUNCTION "public"."next"();
-- none
CREATE FUNCTION "public"."next"()
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT public.next();
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "few" CHECK ((id < (10 * public.next())));
-- none
CREATE FUNCTION "public"."other"()
RETURNS integer
LANGUAGE sql
RETURN public.next();
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((id = public.next()));
