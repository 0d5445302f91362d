INSERT INTO people VALUES (1, 'it''s', '{sad,it''s}'), (2, 'sad', NULL);
