create table other (id int);
create role reader;
comment on role reader is 'reads';
