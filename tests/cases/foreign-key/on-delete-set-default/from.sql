CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b), UNIQUE (b));CREATE TABLE c (y integer, CONSTRAINT f FOREIGN KEY (y) REFERENCES p (b));
