create role "a.b" createdb createrole noinherit;
