CREATE SCHEMA app; CREATE TYPE "mo od" AS ENUM ('a', 'b'); CREATE TYPE app.span AS RANGE (SUBTYPE = "mo od");
CREATE TABLE t (id integer, a app.span DEFAULT app.span('a', 'b'));
