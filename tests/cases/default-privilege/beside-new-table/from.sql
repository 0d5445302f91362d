create role reader;
create schema app;
