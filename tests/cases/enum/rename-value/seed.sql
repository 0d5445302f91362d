INSERT INTO diary VALUES ('2024-01-01', 'sad', '{sad,ok}'), ('2024-01-02', 'happy', NULL);
