/** What a Neon database with Row-Level Security set up holds (pg_session_jwt). */
export const neon = `
do $$
declare name text;
begin
  foreach name in array array['authenticated', 'anonymous'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop;
end $$;
create schema if not exists auth;
create or replace function auth.session() returns jsonb language sql stable as
  $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;
create or replace function auth.user_id() returns text language sql stable as
  $$ select auth.session() ->> 'sub' $$;
create or replace function auth.uid() returns uuid language sql stable as
  $$ select auth.user_id()::uuid $$;
grant usage on schema auth to authenticated, anonymous`
