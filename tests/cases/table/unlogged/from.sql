CREATE TABLE cache (id serial PRIMARY KEY, n integer GENERATED ALWAYS AS IDENTITY, "va""lue" text);
