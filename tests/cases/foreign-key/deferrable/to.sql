CREATE TABLE node (id integer PRIMARY KEY, "pa""rent" integer, CONSTRAINT "f k" FOREIGN KEY ("pa""rent") REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED);
