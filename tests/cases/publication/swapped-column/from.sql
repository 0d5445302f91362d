CREATE TABLE t (id integer PRIMARY KEY, age integer, name text);
CREATE PUBLICATION p FOR TABLE t (id, age);
COMMENT ON PUBLICATION p IS 'news';
CREATE PUBLICATION q FOR TABLE t (name) WITH (publish = 'insert');
