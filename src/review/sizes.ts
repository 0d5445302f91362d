import type { Connection } from '../dialect/connection.ts'

/** About how many rows the tables hold, by `schema.name`, as autovacuum has counted them; what it has not is left out. */
export async function readSizes(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const rows = await connection.query<{ name: string; rows: number }>(`
    select n.nspname || '.' || c.relname as name, c.reltuples::float8 as rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and c.reltuples >= 0 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`)
  return new Map(rows.map(({ name, rows }) => [name, rows]))
}
