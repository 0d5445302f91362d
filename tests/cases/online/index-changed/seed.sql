insert into users values (1, 'a@b', 1, null), (2, 'c@d', 2, null); insert into events values (1, '2024-05-05');
