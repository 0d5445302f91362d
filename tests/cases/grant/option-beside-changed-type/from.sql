CREATE ROLE reader;
CREATE TYPE place AS ("n" integer, street text);
GRANT USAGE ON TYPE place TO reader WITH GRANT OPTION;
