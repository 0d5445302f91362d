import type { Row } from '../../dialect/connection.ts'
import type { Work } from './borrow.ts'
import { databaseError } from './database-error.ts'

interface Results {
  readonly rows: readonly Row[]
}

interface Parsers {
  readonly parsers: Readonly<Record<number, (text: string) => unknown>>
}

/** What PGlite's transactions can do. */
interface Transaction {
  query(sql: string, params: readonly unknown[], options: Parsers): Promise<Results>
  exec(sql: string, options: Parsers): Promise<readonly Results[]>
}

interface Pglite {
  readonly dataDir?: string | undefined
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

export const isPglite = (object: unknown): object is Pglite =>
  ['transaction', 'exec', 'execProtocolRaw', 'runExclusive'].every((name) => typeof Object(object)[name] === 'function')

/** int8, numeric, date, timestamp, timestamptz as text, whatever the program has them parsed into. */
const options = { parsers: Object.fromEntries([20, 1700, 1082, 1114, 1184].map((oid) => [oid, String])) }

/**
 * PGlite is one session for everybody. Its `transaction` keeps the others waiting; the transaction itself, which it opens
 * first, is closed at once: a run opens its own. Nothing can cancel a statement of it.
 */
export function borrowPglite<T>(database: Pglite, work: Work<T>): Promise<T> {
  return database.transaction(async (tx) => {
    const told = <R>(running: Promise<R>): Promise<R> =>
      running.catch((error: unknown) => {
        throw databaseError(error)
      })
    const script = async (sql: string) => (await told(tx.exec(sql, options))).at(-1)?.rows ?? []
    await script('rollback')
    const [row] = await script(`select current_setting('server_version_num')::int as version`)
    const result = await work({
      version: Number(row?.version),
      label: `PGlite ${database.dataDir || 'in memory'}`,
      embedded: true,
      query: async <R extends Row>(sql: string, params: readonly unknown[] = []) =>
        (await told(tx.query(sql, params, options))).rows as readonly R[],
      script,
      cancel: async () => {},
      close: async () => {},
    })
    return result
  })
}
