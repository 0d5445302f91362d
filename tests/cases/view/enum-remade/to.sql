create type mood as enum ('b', 'a');
create table t (id int, m mood);
create view v as select id, m from t where m <> 'b'::mood;
