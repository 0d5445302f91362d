/**
 * Statements about made-up rows, inside a transaction: no trigger looks at them, no foreign key, and no publication, which
 * refuses that rows go or change whose table has no replica identity.
 */
export const quietly = (sql: string): string =>
  `set local session_replication_role = replica; ${silence}; ${sql}; ${restore}; set local session_replication_role = origin`

const published = ['insert', 'update', 'delete', 'truncate'].map((what) => `case when pub${what} then '${what}' end`)

const silence = `
  select set_config('sluice.published', json_object_agg(pubname, concat_ws(', ', ${published.join(', ')}))::text, true)
  from pg_publication;
  do $$ declare one record; begin
    for one in select pubname as name from pg_publication loop
      execute format('alter publication %I set (publish = %L)', one.name, '');
    end loop;
  end $$`

const restore = `
  do $$ declare one record; begin
    for one in select key as name, value as what from json_each_text(nullif(current_setting('sluice.published'), '')::json) loop
      execute format('alter publication %I set (publish = %L)', one.name, one.what);
    end loop;
  end $$`
