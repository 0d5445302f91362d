create table u (id bigint, at date);
