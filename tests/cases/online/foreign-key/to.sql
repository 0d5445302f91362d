CREATE TABLE parents (id integer PRIMARY KEY); CREATE TABLE children (parent integer CONSTRAINT of_parent REFERENCES parents);
