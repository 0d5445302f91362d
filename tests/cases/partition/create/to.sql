create table other (id int);
create table events (id bigint, at date not null, kind text) partition by range (at);
create index events_kind on events (kind);
create table events_23 partition of events for values from ('2023-01-01') to ('2024-01-01');
create table events_rest partition of events default partition by list (kind);
create table events_rest_a partition of events_rest for values in ('a', null) with (fillfactor = 70);
create table events_rest_b partition of events_rest default partition by hash (id);
create table events_rest_b0 partition of events_rest_b for values with (modulus 2, remainder 0);
create table events_rest_b1 partition of events_rest_b for values with (modulus 2, remainder 1);
