create table events (id bigint, at date not null, kind text, primary key (id, at)) partition by range (at);
create index events_kind on events (kind);
create table events_x partition of events for values from ('2023-01-01') to ('2024-01-01');
create table events_y partition of events for values from ('2024-01-01') to ('2025-01-01');
