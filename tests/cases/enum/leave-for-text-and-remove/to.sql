CREATE TYPE a AS ENUM ('x'); CREATE TABLE t (v text DEFAULT 'x', w a);
