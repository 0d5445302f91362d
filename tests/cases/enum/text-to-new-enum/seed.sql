INSERT INTO t VALUES (1, 'sad'), (2, 'it''s ok'), (3, NULL);
