create table t (a int primary key, b int generated always as (a * 2) stored);
create publication p for table t;
