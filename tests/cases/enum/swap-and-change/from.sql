CREATE TYPE a AS ENUM ('x', 'y'); CREATE TYPE b AS ENUM ('y', 'x', 'z'); CREATE TABLE t (v a DEFAULT 'x', w b DEFAULT 'y');
