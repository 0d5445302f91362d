INSERT INTO "us""ers" VALUES (1, 'a', 'b'), (2, 'b', NULL);
