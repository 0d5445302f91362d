CREATE TYPE s AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = many);
CREATE TYPE days AS RANGE (SUBTYPE = date, MULTIRANGE_TYPE_NAME = r_multirange);
CREATE TABLE t (id integer, a s, b days);
