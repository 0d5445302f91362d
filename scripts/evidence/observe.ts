import type { Connection } from '../../src/dialect/connection.ts'
import { locksOf, look, observed } from '../../src/proof/observe.ts'
import { type Claim, tables } from './claims.ts'

/** What a statement did on one server. */
export interface Seen {
  /** The strongest lock by table: `users`. */
  readonly locks: Readonly<Record<string, string>>
  readonly rewrote: readonly string[]
  /** The tables whose rows were read, all of them. */
  readonly scanned: readonly string[]
}

/** Runs a claim on an empty database; `watcher` is a second session on it. Rejects where the server refuses it. */
export async function observe(connection: Connection, watcher: Connection, claim: Claim): Promise<Seen> {
  await connection.script('reset all; drop schema public cascade; create schema public')
  await connection.script(tables)
  if (claim.before) await connection.script(claim.before)
  return claim.alone ? whileWaiting(connection, watcher, claim) : inTransaction(connection, claim)
}

async function inTransaction(connection: Connection, { statement }: Claim): Promise<Seen> {
  await connection.script('begin')
  try {
    const before = await look(connection, 'all')
    const read = await scansOf(connection)
    await connection.script(statement)
    const after = await look(connection, 'locked')
    const sights = { first: before, before, after }
    const { rewrote } = observed(1, sights, false)
    const again = await scansOf(connection)
    return {
      locks: locksOf(sights),
      rewrote,
      scanned: [...again].flatMap(([name, count]) => (count > (read.get(name) ?? 0) ? [name] : [])),
    }
  } finally {
    await connection.script('rollback')
  }
}

/** How often all rows of each table were read in this transaction. */
async function scansOf(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const rows = await connection.query<{ name: string; scans: number }>(`
    select n.nspname || '.' || c.relname as name, pg_stat_get_xact_numscans(c.oid)::int as scans
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p', 'm')`)
  return new Map(rows.map(({ name, scans }) => [name, scans]))
}

/**
 * Of a statement that commits by itself no session sees the locks once it is done. So another one holds its table, and the
 * lock is read that the statement waits for.
 */
async function whileWaiting(connection: Connection, watcher: Connection, { statement }: Claim): Promise<Seen> {
  const table = / PARTITION /.test(statement) ? 'events' : 'users'
  const nodes = await nodesOf(watcher)
  await watcher.script(`begin; lock table ${table} in access exclusive mode`)
  const running = connection.script(statement).then(
    () => undefined,
    (error: Error) => error,
  )
  const mode = await waitedFor(watcher, running)
  await watcher.script('rollback')
  const error = await running
  if (error) throw error
  const after = await nodesOf(watcher)
  const rewrote = [...nodes].flatMap(([name, node]) => (after.get(name) === node ? [] : [`public.${name}`]))
  return { locks: mode ? { [`public.${table}`]: mode } : {}, rewrote, scanned: [] }
}

async function nodesOf(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.query<{ name: string; node: string }>(
    "select relname as name, coalesce(pg_relation_filenode(oid), 0)::text as node from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  )
  return new Map(rows.map(({ name, node }) => [name, node]))
}

/** The mode of the table lock that another session waits for; undefined where the statement ends without waiting. */
async function waitedFor(watcher: Connection, running: Promise<unknown>): Promise<string | undefined> {
  let ended = false
  void running.then(() => {
    ended = true
  })
  while (!ended) {
    const [row] = await watcher.query<{ mode: string }>(
      'select mode from pg_locks where not granted and relation is not null',
    )
    if (row) return spelled(row.mode)
    await new Promise((done) => setTimeout(done, 20))
  }
  return undefined
}

/** `ShareUpdateExclusiveLock` → `share-update-exclusive` */
const spelled = (mode: string): string =>
  mode
    .replace(/Lock$/, '')
    .replace(/(?<!^)[A-Z]/g, '-$&')
    .toLowerCase()
