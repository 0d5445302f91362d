create schema "s.c";
create table "s.c"."or""der" ("na""me" text, "select" int);
