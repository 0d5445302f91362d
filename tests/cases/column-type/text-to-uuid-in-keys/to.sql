CREATE TABLE org (id uuid PRIMARY KEY, code varchar(60) UNIQUE);
CREATE TABLE member (n bigint, org uuid REFERENCES org (id), PRIMARY KEY (org, n));
CREATE TABLE seat (n bigint, org uuid, code text REFERENCES org (code), FOREIGN KEY (org, n) REFERENCES member (org, n));
