create role reader;
create schema app;
alter default privileges revoke usage on types from public;
create type app.unlike as enum ('q');
