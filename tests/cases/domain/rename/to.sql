CREATE DOMAIN "e.ma""il" AS text CONSTRAINT c CHECK (VALUE <> ''); CREATE TABLE users (mail "e.ma""il" DEFAULT 'a'::"e.ma""il", more "e.ma""il"[]);
