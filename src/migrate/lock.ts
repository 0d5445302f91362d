import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from '../dialect/connection.ts'
import { SluiceError } from '../errors.ts'
import type { Ledger } from './ledger.ts'

/** Another session of the same server, as `pg_stat_activity` shows it. */
export interface Session {
  readonly pid: number
  readonly application: string
  readonly user: string
  /** `active`, `idle in transaction`, … */
  readonly state: string
  /** Seconds since its transaction began, or since it connected. */
  readonly seconds: number
  /** What it runs, or ran last. */
  readonly query: string
}

/** `pid 4711 (psql, app, idle in transaction for 12 s: update users set name = '…')`; values are nobody's business. */
export function sessionText({ pid, application, user, state, seconds, query }: Session): string {
  const text = query.replace(/'(?:[^']|'')*'?/g, "'…'").replace(/\s+/g, ' ')
  return `pid ${pid} (${[application, user, state && `${state} for ${seconds} s: ${text}`].filter(Boolean).join(', ')})`
}

export const sessionColumns = `a.pid, concat(a.application_name) as application, concat(a.usename) as "user",
  concat(a.state) as state, coalesce(extract(epoch from now() - coalesce(a.xact_start, a.backend_start)), 0)::int as seconds,
  concat(left(a.query, 150)) as query`

/** The oid of the database of a session. */
export const thisDatabase = '(select oid from pg_database where datname = current_database())'

/** The right to migrate one database's ledger. */
export interface Lock {
  /** The two integers of the advisory lock, as SQL. */
  readonly key: string
  /** The backend that holds it; undefined behind a transaction pooler, where each transaction takes the lock for itself. */
  readonly backend: number | undefined
  release(): Promise<void>
}

export interface LockOptions {
  /** Another session of the same database, closed by the caller of it. */
  readonly connect?: (() => Promise<Connection | undefined>) | undefined
  readonly signal?: AbortSignal | undefined
  /** Milliseconds to wait for another run. */
  readonly limit: number
  /** Called when the wait begins, and when somebody else holds the lock. */
  readonly onWait: (holder: Session | undefined) => void
}

/**
 * Takes the session's advisory lock, which ends with the session, however that ends.
 *
 * @throws SluiceError `LOCK_HELD` when another run holds it for longer than the limit.
 */
export async function takeLock(connection: Connection, ledger: Ledger, options: LockOptions): Promise<Lock> {
  const key = lockKey(ledger)
  if (await behindTransactionPooler(connection, options.connect))
    return { key, backend: undefined, release: async () => {} }
  await untilLocked(connection, key, options, async () => {
    const [row] = await connection.query(`select pg_try_advisory_lock(${key}) as locked`)
    return row?.locked === true
  })
  return {
    key,
    backend: await backendPid(connection),
    release: async () => {
      await connection.query(`select pg_advisory_unlock(${key})`).catch(() => {}) // a lost session has lost its locks
    },
  }
}

/**
 * Tries until it gets the lock. A blocking call would wait with a snapshot in hand, and CREATE INDEX CONCURRENTLY of the
 * holder would wait for that snapshot: a deadlock.
 */
export async function untilLocked(
  connection: Connection,
  key: string,
  { signal, limit, onWait }: LockOptions,
  attempt: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + limit
  let seen: Session | undefined
  for (let wait = 50; !(await attempt()); wait = Math.min(wait * 1.5, 1_000)) {
    const holder = await lockHolder(connection, key)
    if (wait === 50 || holder?.pid !== seen?.pid) onWait(holder)
    seen = holder
    if (Date.now() > end) throw lockHeld(connection, holder)
    await sleep(wait * (0.5 + Math.random() / 2), undefined, { signal })
  }
}

const lockHeld = ({ label: target }: Connection, holder: Session | undefined): SluiceError =>
  new SluiceError('LOCK_HELD', {
    target,
    holder: holder ? sessionText(holder) : 'a session that has ended',
    pid: holder?.pid ?? 0,
  })

/** One lock for each ledger of a database; advisory locks of other databases are others. */
function lockKey({ schema, table }: Ledger): string {
  const sluice = 0x736c7563
  const ledger = createHash('sha256').update(`${schema}\0${table}`).digest().readUInt32BE() >>> 1
  return `${sluice}, ${ledger}`
}

async function lockHolder(connection: Connection, key: string): Promise<Session | undefined> {
  const [row] = await connection.query<Session & Record<string, unknown>>(
    `select ${sessionColumns} from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and (l.classid, l.objid, l.objsubid) = (${key}, 2)
       and l.database = ${thisDatabase}`,
  )
  return row
}

async function backendPid(connection: Connection): Promise<number> {
  const [row] = await connection.query('select pg_backend_pid() as pid')
  return Number(row?.pid)
}

/**
 * Does each transaction of this connection get a server session of its own? A process id that is not the backend's shows
 * a proxy; it hands out sessions by transaction if another connection can be given the backend that was just ours.
 */
async function behindTransactionPooler(connection: Connection, connect: LockOptions['connect']): Promise<boolean> {
  if (connection.pid === undefined) return false
  const first = await backendPid(connection)
  if (first === connection.pid) return false
  const other = await connect?.()
  if (!other) return true // the careful answer
  try {
    for (let round = 0; round < 3; round++) {
      // Not inside a transaction: runners that each hold one session and wait for another would exhaust a small pool.
      const theirs = await backendPid(other)
      const ours = await backendPid(connection)
      if (theirs === first || ours !== first) return true
    }
    return false
  } finally {
    await other.close()
  }
}
