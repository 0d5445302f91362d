CREATE TABLE t (a text, b numeric, c jsonb, d text); ALTER TABLE t ALTER a SET STORAGE main, ALTER c SET STORAGE plain, ALTER d SET STORAGE external;
