import type { Connection } from '../dialect/connection.ts'
import { type Lock, locks } from '../dialect/kind.ts'

/** What one statement did, as the database saw it. Tables are named `schema.name`; statements count from 1. */
export interface Observed {
  readonly statement: number
  /**
   * The strongest lock that it took anew, and on which relations that were there before. What an earlier statement of the
   * same transaction took is held on. Null where nothing can be seen: the statement committed by itself.
   */
  readonly lock: Lock | null
  readonly tables: readonly string[]
  /** Relations whose file is another one afterwards: rewritten or truncated. */
  readonly rewrote: readonly string[]
  readonly rows: Readonly<Record<string, RowCounts>>
}

interface RowCounts {
  readonly inserted: number
  readonly updated: number
  readonly deleted: number
}

/** The relations of a database at one moment of a transaction. */
export type Sight = ReadonlyMap<string, Relation>

interface Relation {
  readonly oid: string
  readonly name: string
  readonly index: boolean
  readonly node: string | null
  readonly modes: readonly string[] | null
  readonly inserted: string
  readonly updated: string
  readonly deleted: string
}

/**
 * Looks at all relations, or at those that this transaction has locked: it can have changed no others. Its own lock on
 * pg_class is none of them.
 */
export async function look(connection: Connection, which: 'all' | 'locked'): Promise<Sight> {
  const rows = await connection.query<Relation & Record<string, unknown>>(`
    select c.oid::text as oid, n.nspname || '.' || c.relname as name, c.relkind in ('i', 'I') as index,
      pg_relation_filenode(c.oid)::text as node, l.modes,
      pg_stat_get_xact_tuples_inserted(c.oid)::text as inserted,
      pg_stat_get_xact_tuples_updated(c.oid)::text as updated,
      pg_stat_get_xact_tuples_deleted(c.oid)::text as deleted
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    ${which === 'all' ? 'left ' : ''}join (
      select relation, array_agg(distinct mode) as modes from pg_locks
      where granted and pid = pg_backend_pid() and relation is not null group by relation
    ) l on l.relation = c.oid
    where c.oid >= 16384 and c.relkind in ('r', 'p', 'm', 'i', 'I', 'S', 'v') and n.nspname !~ '^pg_'`)
  return new Map(rows.map((row) => [row.oid, row]))
}

/**
 * What happened between two looks, on relations that stood before the transaction. The counts are differences: the
 * server's counters carry on from earlier transactions.
 */
export function observed(statement: number, sights: { before: Sight; after: Sight; first: Sight }): Observed {
  const taken = new Map<string, Lock>()
  const rewrote: string[] = []
  const rows: Record<string, RowCounts> = {}
  for (const [oid, now] of sights.after) {
    const began = sights.first.get(oid)
    if (!began) continue
    const was = sights.before.get(oid) ?? began
    if (!now.index) {
      const lock = strongest((now.modes ?? []).filter((mode) => !was.modes?.includes(mode)))
      if (lock !== 'none') taken.set(now.name, lock)
    }
    if (now.node !== was.node && !now.index) rewrote.push(now.name)
    const counts = {
      inserted: Number(now.inserted) - Number(was.inserted),
      updated: Number(now.updated) - Number(was.updated),
      deleted: Number(now.deleted) - Number(was.deleted),
    }
    if (counts.inserted || counts.updated || counts.deleted) rows[now.name] = counts
  }
  const lock = locks.findLast((one) => one === 'none' || [...taken.values()].includes(one))!
  const tables = [...taken].flatMap(([name, one]) => (one === lock ? [name] : [])).sort()
  return { statement, lock, tables, rewrote: rewrote.sort(), rows: sorted(rows) }
}

/** `ShareRowExclusiveLock` → `share-row-exclusive` (pg_locks.mode). */
function strongest(modes: readonly string[]): Lock {
  const spelled = modes.map((mode) =>
    mode
      .replace(/Lock$/, '')
      .replace(/(?<!^)[A-Z]/g, '-$&')
      .toLowerCase(),
  )
  return locks.findLast((lock) => lock === 'none' || spelled.includes(lock))!
}

const sorted = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
