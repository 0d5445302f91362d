INSERT INTO t VALUES (1, '(x)', '(x)', '{(x)}'), (2, NULL, NULL, NULL);
