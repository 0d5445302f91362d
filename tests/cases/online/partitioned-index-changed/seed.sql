insert into events values (1, '2024-05-05', 'a'), (2, '2020-05-05', 'b');
