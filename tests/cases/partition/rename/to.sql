create table facts (id bigint, "on" date not null, kind text, primary key (id, "on")) partition by range ("on");
create index events_kind on facts (kind);
create table facts_23 partition of facts for values from ('2023-01-01') to ('2024-01-01');
create table events_24 partition of facts for values from ('2024-01-01') to ('2025-01-01');
