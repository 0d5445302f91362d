create schema "s.c";
create table "s.c"."or""der" ("na""me" text, "select" int);
create view "s.c"."v.""1" as select "na""me" as "a.b", "select" from "s.c"."or""der";
