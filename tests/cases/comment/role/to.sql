create role "Re ader";
create role writer;
comment on role writer is 'writes';
