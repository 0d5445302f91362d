CREATE ROLE reader;
CREATE TYPE place AS ("n" text);
GRANT USAGE ON TYPE place TO reader;
