-- up
-- none
CREATE OR REPLACE FUNCTION "s""x.y"."f""u.n$c("("a""rg" integer, "Ärg" "s""x.y"."ty.p'e"[])
RETURNS integer
LANGUAGE plpgsql
STABLE
AS $body1$BEGIN RETURN '$$ $body$'; END$body1$;
-- none
CREATE FUNCTION "s""x.y"."tr""i.gger"()
RETURNS trigger
LANGUAGE plpgsql
SET "search_path" TO 's"x.y', 'a, b'
AS $body1$BEGIN RETURN new; END; -- $body$ $$body1$;
-- share-row-exclusive
CREATE TRIGGER "when (x) EXECUTE FUNCTION" BEFORE UPDATE OF "Grüße", "co""l.umn" ON "s""x.y"."ta""ble" FOR EACH ROW WHEN (((new."Grüße" <> ') EXECUTE FUNCTION f('::text) AND ((new."co""l.umn" > 0) OR (old."co""l.umn" < 0)))) EXECUTE FUNCTION "s""x.y"."tr""i.gger"('o''k', 'back\slash', 'Ü ');

-- down
-- access-exclusive
DROP TRIGGER "when (x) EXECUTE FUNCTION" ON "s""x.y"."ta""ble";
-- none
DROP FUNCTION "s""x.y"."tr""i.gger"();
-- none
CREATE OR REPLACE FUNCTION "s""x.y"."f""u.n$c("("a""rg" integer, "Ärg" "s""x.y"."ty.p'e"[])
RETURNS integer
LANGUAGE plpgsql
AS $$BEGIN RETURN 1; END$$;
