CREATE SEQUENCE ids; CREATE SEQUENCE numbers; CREATE TABLE t (id bigint DEFAULT nextval('numbers'), b bigint DEFAULT nextval('ids'));
