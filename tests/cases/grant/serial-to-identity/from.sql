CREATE TABLE t (id serial); GRANT USAGE ON SEQUENCE t_id_seq TO anon; GRANT SELECT ON t TO anon; GRANT SELECT (id) ON t TO authenticated;
