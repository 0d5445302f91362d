insert into users values (1, 'a', 'x'), (2, 'b', null);
