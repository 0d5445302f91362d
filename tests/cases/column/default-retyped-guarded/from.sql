CREATE TABLE t (a smallserial, b varchar(10) DEFAULT 'x', c integer DEFAULT 1);
