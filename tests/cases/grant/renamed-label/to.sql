CREATE TYPE mood AS ENUM ('gloomy', 'bored'); COMMENT ON TYPE mood IS 'b';
