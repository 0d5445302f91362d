insert into t values (1, null), (10, null), (11, null);
