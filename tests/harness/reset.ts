/** Empties a database of all that a case can leave behind; the last lines make `public` as initdb does. */
export const reset = `
  do $$
  declare name text;
  begin
    for name in select evtname from pg_event_trigger loop execute format('drop event trigger %I', name); end loop;
    for name in select pubname from pg_publication loop execute format('drop publication %I', name); end loop;
    for name in select extname from pg_extension where extname <> 'plpgsql' loop
      execute format('drop extension if exists %I cascade', name);
    end loop;
    for name in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
      execute format('drop schema %I cascade', name);
    end loop;
    for name in select amname from pg_am where oid >= 16384 loop execute format('drop access method %I', name); end loop;
    for name in select rolname from pg_roles where rolname !~ '^pg_' and rolname <> 'postgres' loop
      execute format('drop owned by %I; drop role %I', name, name);
    end loop;
    for name in select word from pg_default_acl
      join (values ('r', 'tables'), ('S', 'sequences'), ('n', 'schemas')) as words (letter, word) on letter = defaclobjtype::text
    loop
      execute format('alter default privileges revoke all on %s from public', name);
    end loop;
  end $$;
  alter default privileges grant execute on functions to public;
  alter default privileges grant usage on types to public;
  create schema public authorization pg_database_owner;
  comment on schema public is 'standard public schema';
  grant usage on schema public to public`
