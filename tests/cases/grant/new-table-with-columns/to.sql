ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO authenticated;
CREATE TABLE t (id integer, name text);
REVOKE ALL ON t FROM authenticated;
GRANT SELECT ON t TO authenticated;
GRANT UPDATE (name) ON t TO authenticated;
