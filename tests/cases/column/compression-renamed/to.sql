CREATE TABLE t ("a.b" jsonb COMPRESSION pglz);
