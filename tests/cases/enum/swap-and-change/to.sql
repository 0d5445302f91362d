CREATE TYPE a AS ENUM ('y', 'x'); CREATE TYPE b AS ENUM ('x', 'y'); CREATE TABLE t (v b DEFAULT 'x', w a DEFAULT 'y');
