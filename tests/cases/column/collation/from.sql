CREATE TABLE t (id integer, name text COLLATE "C" DEFAULT 'x', CONSTRAINT u UNIQUE (name)); CREATE INDEX i ON t (lower(name)); CREATE POLICY p ON t USING (name > 'a');
