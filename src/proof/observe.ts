import type { Connection } from '../dialect/connection.ts'
import { type Lock, locks } from '../dialect/kind.ts'
import { readJson } from '../postgres/read-json.ts'
import { dotted } from '../postgres/sql/quote.ts'

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
  /** Tables, columns and rows that were there and are gone, as noun phrases. */
  readonly loses: readonly string[]
}

/** The strongest lock that a statement took anew on each relation that was there before, by `schema.name`. */
export type Locks = Readonly<Record<string, Lock>>

export interface RowCounts {
  readonly inserted: number
  readonly updated: number
  readonly deleted: number
}

/** The relations of a database at one moment of a transaction. */
export type Sight = ReadonlyMap<string, Relation>

interface Relation {
  readonly oid: string
  /** Dropped in this transaction: nothing else is known of it any more. */
  readonly gone: boolean
  readonly schema: string
  readonly relation: string
  /** `schema.relation` */
  readonly name: string
  readonly index: boolean
  /** Of a table that is no partition: its columns that hold values of their own, by their numbers. */
  readonly columns: Readonly<Record<string, string>> | null
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
  const query = `
    select coalesce(c.oid, l.relation)::text as oid, c.oid is null as gone,
      n.nspname as schema, c.relname as relation, n.nspname || '.' || c.relname as name,
      c.relkind in ('i', 'I') as index, pg_relation_filenode(c.oid)::text as node, l.modes,
      case when c.relkind in ('r', 'p') and not c.relispartition then (
        select coalesce(jsonb_object_agg(a.attnum, a.attname), '{}') from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) end as columns,
      pg_stat_get_xact_tuples_inserted(c.oid)::text as inserted,
      pg_stat_get_xact_tuples_updated(c.oid)::text as updated,
      pg_stat_get_xact_tuples_deleted(c.oid)::text as deleted
    from (pg_class c join pg_namespace n on n.oid = c.relnamespace)
    ${which === 'all' ? 'full' : 'right'} join (
      select relation, array_agg(distinct mode) as modes from pg_locks
      where granted and pid = pg_backend_pid() and relation is not null group by relation
    ) l on l.relation = c.oid
    where c.oid is null
      or c.oid >= 16384 and c.relkind in ('r', 'p', 'm', 'i', 'I', 'S', 'v') and n.nspname !~ '^pg_'`
  const [rows] = await readJson<Relation>(connection, [query])
  return new Map(rows!.map((row) => [row.oid, row]))
}

/** The relations before a statement, after it, and before the transaction that it is part of. */
export interface Sights {
  readonly first: Sight
  readonly before: Sight
  readonly after: Sight
}

/**
 * What happened between two looks. Locks and rewrites are told of relations that stood before the transaction. The counts
 * are differences: the server's counters carry on from earlier transactions. `removes`: the statement says that it removes
 * rows, whether it met some or not.
 */
export function observed(statement: number, { first, before, after }: Sights, removes: boolean): Observed {
  const taken = takenAnew({ first, before, after })
  const rewrote: string[] = []
  const rows: Record<string, RowCounts> = {}
  const gone: string[] = []
  const emptied = new Set<Relation>()
  for (const [oid, now] of after) {
    const began = first.get(oid)
    const was = before.get(oid) ?? began
    if (now.gone) {
      if (began?.columns && was && !was.gone) gone.push(`the table ${nameOf(was)} and its rows`)
      continue
    }
    const counts = {
      inserted: countOf(now.inserted, was?.inserted),
      updated: countOf(now.updated, was?.updated),
      deleted: countOf(now.deleted, was?.deleted),
    }
    if (counts.inserted || counts.updated || counts.deleted) rows[now.name] = counts
    if (!began || !was || now.index) continue
    if (now.node !== was.node) rewrote.push(now.name)
    if (counts.deleted > 0) emptied.add(now)
    for (const [number, name] of Object.entries(was.columns ?? {}))
      if (began.columns && number in began.columns && now.columns && !(number in now.columns))
        gone.push(`the column ${dotted(now.schema, now.relation, name)} and its values`)
  }
  const lock = locks.findLast((one) => one === 'none' || [...taken.values()].includes(one))!
  const tables = [...taken].flatMap(([{ name }, one]) => (one === lock ? [name] : []))
  if (removes && emptied.size === 0) {
    for (const [relation, one] of taken)
      if (one === 'row-exclusive' || one === 'access-exclusive') emptied.add(relation)
    if (emptied.size === 0) gone.push('the rows that it removes')
  }
  return {
    statement,
    lock,
    tables: tables.sort(),
    rewrote: rewrote.sort(),
    rows: sorted(rows),
    loses: [...gone, ...[...emptied].map((relation) => `rows of ${nameOf(relation)}`)].sort(),
  }
}

/** The locks of the same statement, by the names that its relations had before it. */
export function locksOf(sights: Sights): Locks {
  const { first, before } = sights
  const taken = Array.from(takenAnew(sights, true), ([{ oid, name }, lock]) => {
    const was = before.get(oid)
    return [(was && !was.gone ? was : first.get(oid))?.name ?? name, lock] as const
  })
  return Object.fromEntries(taken.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** `gone`: of what the statement dropped, too, of which only the lock is still seen. */
function takenAnew({ first, before, after }: Sights, gone = false): ReadonlyMap<Relation, Lock> {
  const taken = new Map<Relation, Lock>()
  for (const [oid, now] of after) {
    const began = first.get(oid)
    const was = before.get(oid) ?? began
    if (!began || !was || began.index || (now.gone && !gone)) continue
    const lock = strongest((now.modes ?? []).filter((mode) => !was.modes?.includes(mode)))
    if (lock !== 'none') taken.set(now, lock)
  }
  return taken
}

const nameOf = ({ schema, relation }: Relation): string => dotted(schema, relation)

/** TRUNCATE takes back what its transaction had counted. */
const countOf = (now: string, was = '0'): number => Math.max(0, Number(now) - Number(was))

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
