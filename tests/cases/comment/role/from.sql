create role "Re ader";
comment on role "Re ader" is 'it''s old';
create role writer;
