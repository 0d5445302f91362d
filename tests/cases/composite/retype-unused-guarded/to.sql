CREATE TYPE item AS (n varchar(20), m bigint); CREATE TABLE t (a item);
