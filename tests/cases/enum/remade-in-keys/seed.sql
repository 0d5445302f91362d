INSERT INTO moods VALUES ('sad'), ('happy'); INSERT INTO people VALUES (1, 'sad'), (2, NULL);
