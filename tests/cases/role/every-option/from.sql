create role "a.b";
