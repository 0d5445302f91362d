-- up
-- none
ALTER EXTENSION "hstore" UPDATE TO '1.8';

-- down
