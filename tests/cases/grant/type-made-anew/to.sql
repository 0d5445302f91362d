CREATE TYPE mood AS ENUM ('b'); REVOKE USAGE ON TYPE mood FROM PUBLIC; GRANT USAGE ON TYPE mood TO anon, authenticated; CREATE TABLE t (m mood); GRANT UPDATE (m) ON t TO anon;
