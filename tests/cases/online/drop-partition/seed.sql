insert into t values (1, 'a'), (9, 'b'); insert into r values (9);
