create domain word as varchar(10);
create table events (id int, w word, ws word[]) partition by range (id);
