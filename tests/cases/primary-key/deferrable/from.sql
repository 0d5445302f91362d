CREATE TABLE t (id integer PRIMARY KEY, a integer); CREATE TABLE other (a integer, b integer, CONSTRAINT other_pk PRIMARY KEY (a, b) DEFERRABLE INITIALLY DEFERRED);
