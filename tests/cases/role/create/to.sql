create table t (id int);
create role reporting;
create role "Back.up ""$$" createdb createrole noinherit;
