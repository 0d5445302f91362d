CREATE SCHEMA "a.b"; CREATE TABLE "a.b"."Or""der" ("x.y" integer, CONSTRAINT "c'c" CHECK (true)); COMMENT ON TABLE "a.b"."Or""der" IS 'a';
