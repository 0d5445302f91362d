INSERT INTO jobs (state) VALUES ('new'), ('done');
