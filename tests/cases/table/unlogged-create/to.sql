CREATE UNLOGGED TABLE "se""lect" (id integer) WITH (fillfactor = 90, autovacuum_enabled = off); ALTER TABLE "se""lect" FORCE ROW LEVEL SECURITY; ALTER TABLE "se""lect" ENABLE ROW LEVEL SECURITY;
