CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b), UNIQUE (b));CREATE TABLE c (y integer, CONSTRAINT old FOREIGN KEY (y) REFERENCES p (b));
