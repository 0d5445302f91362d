CREATE TABLE same (id integer, CONSTRAINT same_id_gone_key UNIQUE (id));
CREATE TABLE other (id integer, CONSTRAINT other_id_gone_key UNIQUE (id)) WITH (fillfactor = 70);
CREATE TABLE indexed (id bigint) WITH (fillfactor = 70);
CREATE INDEX by_id ON indexed (id);
