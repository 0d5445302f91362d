CREATE TABLE visits (id integer, kind integer);
CREATE FUNCTION visitors() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM visits; END;
COMMENT ON FUNCTION visitors() IS 'all';
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER stamp BEFORE UPDATE OF id ON visits FOR EACH ROW EXECUTE FUNCTION stamp();
