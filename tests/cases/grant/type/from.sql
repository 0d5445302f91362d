CREATE TYPE mood AS ENUM ('a', 'b'); GRANT USAGE ON TYPE mood TO anon;
