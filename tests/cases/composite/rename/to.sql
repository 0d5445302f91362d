CREATE SCHEMA app; CREATE TYPE "ad.dr""ess" AS (street text); CREATE TABLE t (id integer, home "ad.dr""ess", more "ad.dr""ess"[]);
