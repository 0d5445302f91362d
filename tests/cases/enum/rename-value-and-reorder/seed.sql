INSERT INTO diary VALUES ('sad'), ('happy'), (DEFAULT);
