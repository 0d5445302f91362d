CREATE TABLE t (id int, x int); CREATE SEQUENCE s OWNED BY t.x;
