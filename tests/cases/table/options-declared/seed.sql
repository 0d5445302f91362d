INSERT INTO "vi""sits" VALUES ('a', 'b');
