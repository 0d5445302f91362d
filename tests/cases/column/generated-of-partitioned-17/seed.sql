INSERT INTO app."ev""ents" (id) VALUES (1), (2);
