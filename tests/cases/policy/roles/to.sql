CREATE TABLE t (a integer, owner text); ALTER TABLE t ENABLE ROW LEVEL SECURITY;CREATE POLICY r ON t TO authenticated, current_user USING (true);
