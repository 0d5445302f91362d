INSERT INTO "us""ers" VALUES (1); INSERT INTO cache VALUES (1, 'a');
