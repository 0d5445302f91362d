create table users (id int, tenant int not null, email text, constraint users_key primary key (tenant, id), constraint one_email unique (tenant, email) include (id) deferrable);
comment on constraint users_key on users is 'one each';
comment on constraint one_email on users is 'one in each tenant';
create table kinds (id int, name text, primary key (id) include (name));
create table posts (kind int references kinds);
create table lines (id int, part int, primary key (id, part));
