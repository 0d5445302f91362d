SELECT setval('a', 70), setval('b', 900), setval('c', -40), setval('e"e', 9);
