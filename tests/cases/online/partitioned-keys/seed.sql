insert into t values (1, null, 5), (9, 'a', 5), (10, 'a', 6);
