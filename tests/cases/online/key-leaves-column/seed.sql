INSERT INTO same VALUES (1, 1), (2, 1); INSERT INTO other VALUES (1, 1), (2, 1); INSERT INTO indexed VALUES (1, 1), (2, 1);
