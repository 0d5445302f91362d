INSERT INTO cache ("va""lue") VALUES ('a'), ('b');
