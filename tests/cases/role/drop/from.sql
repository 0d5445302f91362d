create role "o'ld" createdb;
create role stays;
