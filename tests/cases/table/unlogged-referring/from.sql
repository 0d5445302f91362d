CREATE TABLE "us""ers" (id integer PRIMARY KEY); CREATE UNLOGGED TABLE cache ("user" integer REFERENCES "us""ers", a text) WITH (fillfactor = 50);
