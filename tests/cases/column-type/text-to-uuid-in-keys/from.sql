CREATE TABLE org (id text PRIMARY KEY, code varchar(40) UNIQUE);
CREATE TABLE member (n integer, org text REFERENCES org (id), PRIMARY KEY (org, n));
CREATE TABLE seat (n integer, org text, code varchar(40) REFERENCES org (code), FOREIGN KEY (org, n) REFERENCES member (org, n));
