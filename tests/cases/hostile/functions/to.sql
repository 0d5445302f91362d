CREATE SCHEMA "s""x.y";
CREATE TYPE "s""x.y"."ty.p'e" AS ENUM ('a');
CREATE TABLE "s""x.y"."ta""ble" ("co""l.umn" int, "Grüße" text);
CREATE FUNCTION "s""x.y"."f""u.n$c("("a""rg" int, "Ärg" "s""x.y"."ty.p'e"[]) RETURNS int LANGUAGE plpgsql STABLE AS $x$BEGIN RETURN '$$ $body$'; END$x$;
CREATE FUNCTION "s""x.y"."tr""i.gger"() RETURNS trigger LANGUAGE plpgsql SET search_path = "s""x.y", "a, b" AS $x$BEGIN RETURN new; END; -- $body$ $$x$;
CREATE TRIGGER "when (x) EXECUTE FUNCTION" BEFORE UPDATE OF "Grüße", "co""l.umn" ON "s""x.y"."ta""ble" FOR EACH ROW
  WHEN (new."Grüße" <> ') EXECUTE FUNCTION f(' AND (new."co""l.umn" > 0 OR old."co""l.umn" < 0)) EXECUTE FUNCTION "s""x.y"."tr""i.gger"('o''k', 'back\slash', 'Ü ');
