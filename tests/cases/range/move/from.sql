CREATE SCHEMA app; CREATE TYPE hours AS RANGE (SUBTYPE = integer); CREATE TYPE "sp""an" AS RANGE (SUBTYPE = date, MULTIRANGE_TYPE_NAME = "sp""ans"); CREATE TABLE t (a hours, b "sp""ans");
