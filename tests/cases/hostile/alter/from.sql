CREATE TABLE "we""ird.na me é" ("we""ird.na me é" integer, "A" text);
