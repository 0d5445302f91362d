create schema "S.x";
create table "S.x"."T""able" ("select" int, "a.b" text) partition by range ("select", lower("a.b") collate "C" text_pattern_ops);
create table "Pärt's ""1""" partition of "S.x"."T""able" for values from (1, 'it''s') to (5, '\');
create index "in dex" on "Pärt's ""1""" ("a.b");
