INSERT INTO diary VALUES ('a.b'), ('it''s');
