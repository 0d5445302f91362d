CREATE TYPE item AS (n varchar(10), m integer);
