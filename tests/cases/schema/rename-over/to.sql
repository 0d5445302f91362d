CREATE SCHEMA a; CREATE TABLE a.t (id integer);
