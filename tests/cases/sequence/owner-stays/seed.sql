SELECT nextval('s'), nextval('r');
