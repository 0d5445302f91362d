CREATE TYPE "ad.dress" AS ("st""reet" text, zip integer); CREATE TABLE t (id integer, home "ad.dress");
