CREATE TABLE same (id integer, gone integer, UNIQUE (id, gone));
CREATE TABLE other (id integer, gone integer, UNIQUE (id, gone));
CREATE TABLE indexed (id integer, gone integer);
CREATE INDEX by_id ON indexed (id, gone);
