SELECT setval('steps', 40), setval('some', 70);
