CREATE SEQUENCE s; CREATE DOMAIN number AS bigint DEFAULT nextval('s'); CREATE TABLE t (n number, m integer);
