CREATE TABLE t (a text DEFAULT 'x', b integer DEFAULT 2, c boolean);
