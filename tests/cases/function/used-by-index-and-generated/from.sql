CREATE FUNCTION low(t text) RETURNS varchar LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN lower(t); END';
CREATE TABLE t (a text, b text GENERATED ALWAYS AS (low(a)) STORED);
CREATE INDEX t_low ON t (low(a));
