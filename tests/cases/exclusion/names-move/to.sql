CREATE TABLE "u.u" (id bigint, "ro""om" text, during tsrange, "a.t" date, "to.t""al" integer, CONSTRAINT u_x EXCLUDE USING gist (tsrange("a.t", "a.t" + id::integer) WITH &&) WHERE ("ro""om" <> 'z'));
