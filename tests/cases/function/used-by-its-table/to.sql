CREATE TABLE members (org int, who text);
CREATE FUNCTION is_member(wanted int) RETURNS bool LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
  AS 'SELECT EXISTS (SELECT FROM public.members WHERE org = wanted)';
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON members TO authenticated USING (is_member(org));
