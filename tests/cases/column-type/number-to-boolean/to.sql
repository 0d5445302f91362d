CREATE TABLE "flags" ("id" integer PRIMARY KEY, "small" boolean, "plain" boolean NOT NULL DEFAULT false, "big" boolean, "share" boolean, "list" boolean[]);
