insert into "Mem bers" values (1, 'a');
insert into notes values (1, 'a', 'b');
