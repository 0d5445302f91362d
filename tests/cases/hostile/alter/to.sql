CREATE TABLE "we""ird.na me é" ("we""ird.na me é" bigint NOT NULL DEFAULT 7, "a" text);
