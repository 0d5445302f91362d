CREATE TABLE t (a text, b numeric, c jsonb); ALTER TABLE t ALTER a SET STORAGE external, ALTER b SET STORAGE external;
