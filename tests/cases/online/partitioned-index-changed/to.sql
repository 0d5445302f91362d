create table events (id bigint, at date not null, kind text) partition by range (at);
create table events_24 partition of events for values from ('2024-01-01') to ('2025-01-01');
create table events_rest partition of events default partition by list (kind);
create table events_rest_a partition of events_rest default;
create index by_kind on events (kind, id desc);
comment on index by_kind is 'for the list';
