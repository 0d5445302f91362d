insert into kinds values ('a');
