CREATE TABLE users (tenant integer, id integer, PRIMARY KEY (tenant, id), UNIQUE (id));
CREATE TABLE posts (id integer PRIMARY KEY, tenant integer, author integer, CONSTRAINT posts_author FOREIGN KEY (tenant, author) REFERENCES users (tenant, id));
