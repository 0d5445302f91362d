CREATE SEQUENCE ids; CREATE TABLE t (a int, id bigint DEFAULT nextval('ids'));
