CREATE DOMAIN low AS varchar(9);
CREATE DOMAIN high AS low NOT NULL;
CREATE TABLE t (id integer PRIMARY KEY, high high);
