CREATE TYPE a AS ENUM ('x', 'y'); CREATE TYPE b AS ENUM ('y', 'x'); CREATE TABLE t (v b DEFAULT 'x');
