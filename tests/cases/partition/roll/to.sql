create table events (id bigint, at date not null, kind text, primary key (id, at)) partition by range (at);
create index events_kind on events (kind);
create table events_24 partition of events for values from ('2024-01-01') to ('2025-01-01');
create table events_25 partition of events for values from ('2025-01-01') to ('2026-01-01');
