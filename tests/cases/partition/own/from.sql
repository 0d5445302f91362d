create role reader;
create function touch() returns trigger language plpgsql as 'begin return new; end';
create table events (id bigint, at date not null, kind text, primary key (id, at)) partition by range (at);
create index events_kind on events (kind);
create table events_23 partition of events for values from ('2023-01-01') to ('2024-01-01');
