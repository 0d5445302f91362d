CREATE TYPE mood AS ENUM ('sad', 'calm');
CREATE TABLE days (id integer, mood mood, felt mood GENERATED ALWAYS AS ('calm'::mood) STORED);
