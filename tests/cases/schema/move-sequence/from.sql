CREATE SCHEMA old; CREATE SCHEMA new; CREATE SEQUENCE old.numbers START WITH 5; CREATE TABLE t (id bigint DEFAULT nextval('old.numbers'), other bigint GENERATED ALWAYS AS IDENTITY);
