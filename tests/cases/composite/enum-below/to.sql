CREATE TYPE mood AS ENUM ('ok', 'sad'); CREATE TYPE day AS (at date, mood mood); CREATE TABLE t (id integer, a day, b day[], c mood);
