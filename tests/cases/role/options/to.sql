create role a createrole noinherit;
create role b;
