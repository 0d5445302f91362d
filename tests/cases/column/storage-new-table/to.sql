CREATE TABLE t ("a b" text COMPRESSION pglz, b bytea NOT NULL); ALTER TABLE t ALTER "a b" SET STORAGE main, ALTER b SET STORAGE external;
