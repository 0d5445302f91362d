CREATE DOMAIN n AS text; CREATE TABLE t (id integer, a n, b n[], c n);
