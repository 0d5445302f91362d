INSERT INTO t VALUES (1, '[1,2)', '{"[3,4)"}', '[5,6)', ROW('[7,8)', 9));
