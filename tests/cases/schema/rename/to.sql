CREATE SCHEMA finance; CREATE TABLE finance.invoice (id integer PRIMARY KEY, note text UNIQUE);
