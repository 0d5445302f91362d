-- up
-- none
CREATE UNLOGGED TABLE "public"."se""lect" (
	"id" integer
) WITH (fillfactor=90, autovacuum_enabled=off);
-- access-exclusive
ALTER TABLE "public"."se""lect" ENABLE ROW LEVEL SECURITY;
-- access-exclusive
ALTER TABLE "public"."se""lect" FORCE ROW LEVEL SECURITY;

-- down
-- access-exclusive, loses the table "public"."se""lect" and its rows
DROP TABLE "public"."se""lect";
