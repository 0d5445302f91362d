insert into k values ('x'); insert into t values (1, 'x', 9), (9, null, 1); insert into u values (1, 'b');
