CREATE TABLE members (org int, who text);
