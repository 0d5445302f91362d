CREATE TABLE u (x integer UNIQUE, y integer, z integer); COMMENT ON TABLE u IS 'new'; COMMENT ON COLUMN u.x IS 'new'; COMMENT ON CONSTRAINT u_x_key ON u IS 'new'; CREATE TABLE k (a integer);
