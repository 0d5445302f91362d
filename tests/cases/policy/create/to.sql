CREATE TABLE t (a integer, owner text); ALTER TABLE t ENABLE ROW LEVEL SECURITY;CREATE POLICY r ON t AS RESTRICTIVE FOR UPDATE TO authenticated, anon USING (owner = current_user) WITH CHECK (a > 0);
