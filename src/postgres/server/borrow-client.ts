import type { Connection } from '../../dialect/connection.ts'
import type { Work } from './borrow.ts'
import { clientSession, type PgClient } from './client-session.ts'
import { databaseError } from './database-error.ts'
import { inTime } from './in-time.ts'

/** A `Client` of `pg`; the underscored fields say whether it is connected, which nothing public does. */
interface LentClient extends PgClient {
  readonly _connected?: boolean
  readonly _connecting?: boolean
  connect(): Promise<unknown>
  on(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
  /** The last run on this client: one session serves one run at a time. */
  [turn]?: Promise<unknown>
}

/** A `Pool` of `pg`. */
interface LentPool {
  readonly totalCount: number
  connect(): Promise<LentClient & { release(destroy?: boolean): void }>
}

const turn = Symbol.for('sluice.turn')

const has = (object: unknown, ...methods: readonly string[]): boolean =>
  methods.every((name) => typeof Object(object)[name] === 'function')

export const isPool = (object: unknown): object is LentPool =>
  has(object, 'query', 'connect', 'end') && typeof (object as LentPool).totalCount === 'number'

export const isClient = (object: unknown): object is LentClient =>
  has(object, 'query', 'connect', 'end', 'escapeIdentifier', 'getTypeParser')

/** A client is taken as it is, and connected where it is not; runs on the same client follow each other. */
export async function borrowClient<T>(client: LentClient, work: Work<T>): Promise<T> {
  const before = client[turn]
  const mine = (async () => {
    await before
    if (client._connected === false && !client._connecting) await client.connect().catch(refused)
    return use(client, work)
  })()
  client[turn] = mine.catch(() => {})
  return mine
}

/** Takes one client of a pool. A connection that is lost does not go back. */
export async function borrowFromPool<T>(pool: LentPool, work: Work<T>, signal: AbortSignal | undefined): Promise<T> {
  const giveBack = (client: { release(destroy?: boolean): void }) => client.release()
  const client = await inTime(pool.connect().catch(refused), giveBack, signal)
  const another = async () => {
    const other = await inTime(pool.connect(), giveBack, AbortSignal.timeout(1_000)).catch(() => undefined)
    return other && clientSession(other, async () => other.release())
  }
  let lost = false
  const onLost = () => {
    lost = true
  }
  client.on('error', onLost)
  try {
    return await use(client, work, another)
  } finally {
    client.off('error', onLost)
    client.release(lost)
  }
}

async function use<T>(client: LentClient, work: Work<T>, another?: () => Promise<Connection | undefined>): Promise<T> {
  const ignore = () => {} // a lost connection also fails the running or the next query, which reports it
  client.on('error', ignore)
  try {
    return await work(await clientSession(client, async () => {}), another)
  } finally {
    client.off('error', ignore)
  }
}

const refused = (error: unknown): never => {
  throw databaseError(error)
}
