CREATE TABLE "us""ers" (id integer, CONSTRAINT key PRIMARY KEY (id));
