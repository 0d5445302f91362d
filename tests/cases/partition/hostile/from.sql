create schema "S.x";
create table "S.x"."T""able" ("select" int, "a.b" text) partition by range ("select", lower("a.b") collate "C" text_pattern_ops);
