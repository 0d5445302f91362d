CREATE TABLE users (id int, name text);
CREATE FUNCTION go() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER users_touch BEFORE UPDATE OF name ON users FOR EACH ROW WHEN (old.name <> new.name) EXECUTE FUNCTION go();
ALTER TABLE users DISABLE TRIGGER users_touch;
