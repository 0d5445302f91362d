CREATE SCHEMA old; CREATE SCHEMA new; CREATE SEQUENCE new.counter START WITH 5; CREATE TABLE t (id bigint DEFAULT nextval('new.counter'), other bigint GENERATED ALWAYS AS IDENTITY);
