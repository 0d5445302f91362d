CREATE SCHEMA billing; CREATE TABLE billing.invoice (id integer PRIMARY KEY, note text UNIQUE);
