CREATE TYPE "ad.dress" AS ("ro'a.d" varchar(40), zip integer); CREATE TABLE t (id integer, home "ad.dress");
