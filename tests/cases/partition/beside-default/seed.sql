insert into t values ('A'), ('z');
