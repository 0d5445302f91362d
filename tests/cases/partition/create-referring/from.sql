create table kinds (name text primary key);
