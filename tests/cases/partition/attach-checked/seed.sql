insert into t_1 values (1, null, 5);
