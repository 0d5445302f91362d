CREATE TABLE t (a text, b integer DEFAULT 1, c boolean DEFAULT true);
