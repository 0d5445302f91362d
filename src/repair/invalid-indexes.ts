import type { Connection } from '../dialect/connection.ts'
import { dotted } from '../postgres/sql/quote.ts'
import type { LedgerStep } from './ledger-steps.ts'

/**
 * What drops the indexes that a killed CREATE or REINDEX INDEX CONCURRENTLY has left: they take every write and serve no
 * query, and IF NOT EXISTS is content with them (manual, CREATE INDEX, Building Indexes Concurrently). One that is being
 * built by somebody just now is let alone, and so is one of a constraint.
 */
export async function dropInvalid(connection: Connection): Promise<readonly LedgerStep[]> {
  const rows = await connection.query<{ schema: string; name: string; table: string }>(
    `select n.nspname as schema, c.relname as name, t.relname as table
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     join pg_namespace n on n.oid = c.relnamespace
     where not i.indisvalid and c.relkind = 'i' and n.nspname !~ '^pg_'
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
       and not exists (select from pg_locks l join pg_stat_activity a using (pid)
         where l.relation = t.oid and l.mode = 'ShareUpdateExclusiveLock' and a.query ~* 'index')
     order by 1, 2`,
  )
  return rows.map(({ schema, name, table }) => ({
    sql: `drop index concurrently ${dotted(schema, name)}`,
    says: `${schema}.${name} on ${table} is an index that was never finished`,
  }))
}
