CREATE TABLE t (a varchar(9), b text, c text); ALTER TABLE t ALTER a SET STORAGE external, ALTER b SET STORAGE external; ALTER TABLE t ALTER c SET COMPRESSION pglz;
