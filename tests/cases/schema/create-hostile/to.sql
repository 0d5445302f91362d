CREATE TABLE t (a integer);
CREATE SCHEMA "Se""t.x";
CREATE SCHEMA "select";
CREATE TABLE "Se""t.x"."select" (a integer);
