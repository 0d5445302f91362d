CREATE ROLE reader;
CREATE ROLE writer;
