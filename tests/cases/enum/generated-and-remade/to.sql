CREATE TYPE mood AS ENUM ('calm', 'glad');
CREATE TABLE days (id integer, mood text GENERATED ALWAYS AS ('ca' || 'lm') STORED, felt mood GENERATED ALWAYS AS ('glad'::mood) STORED);
