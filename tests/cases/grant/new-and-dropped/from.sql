CREATE TABLE t (a integer, b integer, c integer); GRANT SELECT ON t TO anon; GRANT UPDATE (a) ON t TO anon; CREATE SCHEMA s; GRANT USAGE ON SCHEMA s TO anon;
