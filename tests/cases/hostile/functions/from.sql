CREATE SCHEMA "s""x.y";
CREATE TYPE "s""x.y"."ty.p'e" AS ENUM ('a');
CREATE TABLE "s""x.y"."ta""ble" ("co""l.umn" int, "Grüße" text);
CREATE FUNCTION "s""x.y"."f""u.n$c("("a""rg" int, "Ärg" "s""x.y"."ty.p'e"[]) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
