CREATE TABLE t (id integer PRIMARY KEY DEFERRABLE, a integer); CREATE TABLE other (a integer, b integer, CONSTRAINT other_pk PRIMARY KEY (a, b) DEFERRABLE);
