INSERT INTO jobs (state, past) VALUES ('new', '{new,done}'), ('done', '{}');
