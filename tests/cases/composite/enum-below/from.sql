CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TYPE day AS (at date, mood mood); CREATE TABLE t (id integer, a day, b day[], c mood);
