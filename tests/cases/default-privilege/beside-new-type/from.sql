create role reader;
create role other;
create schema app;
create type app.one as enum ('a');
