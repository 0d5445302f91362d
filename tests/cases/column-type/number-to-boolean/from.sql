CREATE TABLE "flags" ("id" integer PRIMARY KEY, "small" smallint, "plain" integer NOT NULL DEFAULT 0, "big" bigint, "share" numeric(6, 2), "list" integer[]);
