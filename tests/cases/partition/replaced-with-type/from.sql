create domain word as text;
create table events (id int, w word, ws word[]) partition by list (id);
