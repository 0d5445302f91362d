-- up
-- access-exclusive, loses the table "public"."notes_0_1" and its rows
DROP TABLE "public"."notes_0_1";
-- access-exclusive, loses the table "public"."notes_0" and its rows
DROP TABLE "public"."notes_0";
-- access-exclusive, loses the table "public"."users_0" and its rows
DROP TABLE "public"."users_0";
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."users";
-- access-exclusive, rewrites
ALTER TABLE "public"."notes" ALTER COLUMN "part" SET DATA TYPE bigint;
-- access-exclusive, rewrites
ALTER TABLE "public"."visits" ALTER COLUMN "day" SET DATA TYPE bigint;
-- access-exclusive
CREATE TABLE "public"."notes_0" PARTITION OF "public"."notes" FOR VALUES WITH (modulus 2, remainder 0) PARTITION BY LIST (part);
-- access-exclusive
CREATE TABLE "public"."notes_0_1" PARTITION OF "public"."notes_0" FOR VALUES IN ('1');
-- none
CREATE TABLE "public"."users" (
	"id" text,
	"day" text,
	"part" integer
) PARTITION BY HASH (id);
-- access-exclusive
CREATE TABLE "public"."users_0" PARTITION OF "public"."users" FOR VALUES WITH (modulus 1, remainder 0) WITH (fillfactor=70);

-- down
-- access-exclusive, loses the table "public"."notes_0_1" and its rows
DROP TABLE "public"."notes_0_1";
-- access-exclusive, loses the table "public"."notes_0" and its rows
DROP TABLE "public"."notes_0";
-- access-exclusive, loses the table "public"."users_0" and its rows
DROP TABLE "public"."users_0";
-- access-exclusive, loses the table "public"."users" and its rows
DROP TABLE "public"."users";
-- access-exclusive, rewrites
--   only if no values of "part" in "public"."notes" are no integer
ALTER TABLE "public"."notes" ALTER COLUMN "part" SET DATA TYPE integer;
-- access-exclusive, rewrites
--   only if no values of "day" in "public"."visits" are no integer
ALTER TABLE "public"."visits" ALTER COLUMN "day" SET DATA TYPE integer;
-- access-exclusive
CREATE TABLE "public"."notes_0" PARTITION OF "public"."notes" FOR VALUES WITH (modulus 2, remainder 0) PARTITION BY LIST (part);
-- access-exclusive
CREATE TABLE "public"."notes_0_1" PARTITION OF "public"."notes_0" FOR VALUES IN (1);
-- none
CREATE TABLE "public"."users" (
	"id" integer,
	"day" text,
	"part" integer
) PARTITION BY HASH (id);
-- access-exclusive
CREATE TABLE "public"."users_0" PARTITION OF "public"."users" FOR VALUES WITH (modulus 1, remainder 0);
