insert into old values (1, 'a');
