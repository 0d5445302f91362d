CREATE TABLE t ("a b" integer); CREATE UNIQUE INDEX "i 1" ON t ("a b"); CREATE UNIQUE INDEX "i 2" ON t ("a b");
