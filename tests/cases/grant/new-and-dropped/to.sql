CREATE TABLE u (x serial, y integer, z integer); GRANT SELECT ON u TO anon; GRANT UPDATE (x) ON u TO anon; GRANT ALL ON SEQUENCE u_x_seq TO anon;
