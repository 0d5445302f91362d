CREATE SEQUENCE s; CREATE DOMAIN number AS bigint DEFAULT 1; CREATE TABLE t (n number, m integer);
