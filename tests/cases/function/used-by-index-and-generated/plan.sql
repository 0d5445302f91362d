-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive
DROP INDEX "public"."t_low";
-- none
DROP FUNCTION "public"."low"(text);
-- none
CREATE FUNCTION "public"."low"("t" text)
RETURNS text
LANGUAGE plpgsql
IMMUTABLE
AS $$BEGIN RETURN lower(t); END$$;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "b" text GENERATED ALWAYS AS (public.low(a)) STORED;
-- share
CREATE INDEX "t_low" ON "public"."t" USING btree (public.low(a));

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive
DROP INDEX "public"."t_low";
-- none
DROP FUNCTION "public"."low"(text);
-- none
CREATE FUNCTION "public"."low"("t" text)
RETURNS character varying
LANGUAGE plpgsql
IMMUTABLE
AS $$BEGIN RETURN lower(t); END$$;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "b" text GENERATED ALWAYS AS (public.low(a)) STORED;
-- share
CREATE INDEX "t_low" ON "public"."t" USING btree (public.low(a));
