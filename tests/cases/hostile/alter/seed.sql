INSERT INTO "we""ird.na me é" VALUES (1, 'x');
