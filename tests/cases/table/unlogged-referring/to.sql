CREATE TABLE "us""ers" (id integer PRIMARY KEY); CREATE TABLE cache ("user" integer REFERENCES "us""ers", a text, b text);
