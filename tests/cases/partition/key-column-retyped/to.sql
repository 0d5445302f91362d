CREATE TABLE users (id text, day text, part integer) PARTITION BY HASH (id) ;
CREATE TABLE users_0 PARTITION OF users FOR VALUES WITH (MODULUS 1, REMAINDER 0) WITH (fillfactor = 70);
CREATE TABLE visits (day bigint, kind text, at date) PARTITION BY RANGE (coalesce(kind, 'day'), at);
CREATE TABLE visits_rest PARTITION OF visits DEFAULT;
CREATE TABLE notes (id integer, part bigint) PARTITION BY HASH (id);
CREATE TABLE notes_1 PARTITION OF notes FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE notes_0 PARTITION OF notes FOR VALUES WITH (MODULUS 2, REMAINDER 0) PARTITION BY LIST (part);
CREATE TABLE notes_0_1 PARTITION OF notes_0 FOR VALUES IN (1);
