insert into t (a, c) values (1, 2), (null, 3);
