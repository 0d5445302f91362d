create role a createdb;
create role b createrole noinherit;
