CREATE TABLE u (b text, c text);
