CREATE TYPE "s.t" AS RANGE (SUBTYPE = date); CREATE TABLE t (id integer, a "s.t" NOT NULL, b "s.t"[]);
