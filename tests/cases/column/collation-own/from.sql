CREATE SCHEMA "s.1"; CREATE COLLATION "s.1"."Ger""man" (locale = 'C'); CREATE TABLE t (a text, b varchar(9)[]);
