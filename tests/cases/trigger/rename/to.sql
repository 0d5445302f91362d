CREATE TABLE people (id int, "full Name" text);
CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER people_touch BEFORE UPDATE OF "full Name" ON people FOR EACH ROW WHEN (old."full Name" <> new."full Name") EXECUTE FUNCTION gone();
ALTER TABLE people DISABLE TRIGGER people_touch;
