INSERT INTO docs (doc_title, page_count, doc_data) VALUES ('a', 1, '{"k": 1}'), ('b', 2, '{}');
