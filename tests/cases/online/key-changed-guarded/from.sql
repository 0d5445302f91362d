create table users (id int, tenant int not null, email text, constraint users_pk primary key (id), constraint one_email unique (email));
comment on constraint users_pk on users is 'one each';
comment on constraint one_email on users is 'one each';
create table kinds (id int primary key, name text);
create table posts (kind int references kinds);
create table lines (id int primary key, part int);
