INSERT INTO t VALUES (1, 'happy', 'ok', '{sad,happy}', '{ok}'), (2, NULL, NULL, NULL, NULL);
