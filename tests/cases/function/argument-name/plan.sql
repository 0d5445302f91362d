-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "low" DROP DEFAULT;
-- none
DROP FUNCTION "public"."twice"(text);
-- none
DROP FUNCTION "public"."same"(text);
-- none
CREATE FUNCTION "public"."same"("what" text)
RETURNS text
LANGUAGE plpgsql
STABLE
AS $$BEGIN RETURN what; END$$;
-- none
CREATE FUNCTION "public"."twice"("x" text)
RETURNS text
LANGUAGE sql
RETURN (public.same(x) || public.same(x));
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "low" SET DEFAULT (public.same('x'::text) || public.twice('y'::text));

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "low" DROP DEFAULT;
-- none
DROP FUNCTION "public"."twice"(text);
-- none
DROP FUNCTION "public"."same"(text);
-- none
CREATE FUNCTION "public"."same"("a" text)
RETURNS text
LANGUAGE plpgsql
STABLE
AS $$BEGIN RETURN a; END$$;
-- none
CREATE FUNCTION "public"."twice"("x" text)
RETURNS text
LANGUAGE sql
RETURN (public.same(x) || public.same(x));
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "low" SET DEFAULT (public.same('x'::text) || public.twice('y'::text));
