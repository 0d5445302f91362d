CREATE DOMAIN low AS text DEFAULT 'a';
CREATE DOMAIN bare AS low DEFAULT NULL;
CREATE DOMAIN kept AS low DEFAULT 'b';
CREATE DOMAIN list AS low[];
CREATE TABLE t (id integer PRIMARY KEY, bare bare, kept kept, list list);
