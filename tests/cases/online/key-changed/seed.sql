insert into users values (1, 1, 'a@b.c'), (2, 1, null); insert into kinds values (1, 'a'); insert into posts values (1); insert into lines values (1, 1);
