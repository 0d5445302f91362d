create table kinds (name text primary key);
create table events (id bigint not null default 5, at date not null, kind text constraint kind_fk references kinds, constraint events_pkey primary key (id, at), constraint once unique (at, kind), constraint positive check (id > 0)) partition by range (at);
create index events_kind on events (kind, lower(kind));
create table events_23 partition of events for values from ('2023-01-01') to ('2024-01-01');
