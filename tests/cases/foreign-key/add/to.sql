CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b), UNIQUE (b));CREATE TABLE c (x integer, y integer, CONSTRAINT f FOREIGN KEY (x, y) REFERENCES p (a, b) ON DELETE SET NULL ON UPDATE CASCADE);
