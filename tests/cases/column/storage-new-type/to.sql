CREATE TABLE t (a text, b numeric, c varchar(40)); ALTER TABLE t ALTER a SET STORAGE external; ALTER TABLE t ALTER c SET COMPRESSION pglz;
