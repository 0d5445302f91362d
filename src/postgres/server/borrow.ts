import type { Connection } from '../../dialect/connection.ts'
import { SluiceError } from '../../errors.ts'
import { literal } from '../sql/quote.ts'
import { borrowClient, borrowFromPool, isClient, isPool } from './borrow-client.ts'
import { borrowPglite, isPglite } from './borrow-pglite.ts'
import { borrowFromSql, isSql } from './borrow-sql.ts'

/** What is done with a session that belongs to somebody else. `another` gets a second one, where there is one to be had. */
export type Work<T> = (session: Connection, another?: () => Promise<Connection | undefined>) => Promise<T>

/**
 * Takes one session out of a program's own database object for as long as `work` lasts, and gives it back with the settings
 * that it had. What the object is, is told by its shape: no driver is imported.
 *
 * @throws SluiceError `DRIVER_UNSUPPORTED`
 */
export async function borrow<T>(db: unknown, work: Work<T>, signal: AbortSignal | undefined): Promise<T> {
  const client = clientOf(db)
  const asGiven: Work<T> = async (session, another) => work({ ...session, restore: await settingsOf(session) }, another)
  if (isPool(client)) return borrowFromPool(client, asGiven, signal)
  if (isClient(client)) return borrowClient(client, asGiven)
  if (isSql(client)) return borrowFromSql(client, asGiven, signal)
  if (isPglite(client)) return borrowPglite(client, asGiven)
  throw unsupported(nameOf(db))
}

const entityKind = Symbol.for('drizzle:entityKind')
const drizzles: readonly unknown[] = ['NodePgDatabase', 'PostgresJsDatabase', 'PgliteDatabase', undefined]

/** The driver's object inside a drizzle db; anything else is taken for one itself. */
function clientOf(db: unknown): unknown {
  if (!drizzles.includes(Object(db).constructor?.[entityKind])) throw unsupported(nameOf(db))
  return Object(db).$client ?? db
}

function nameOf(db: unknown): string {
  if (db === undefined || db === null) return String(db)
  const type = Object(db).constructor
  return type?.[entityKind] ?? type?.name ?? typeof db
}

const unsupported = (driver: string) =>
  new SluiceError('DRIVER_UNSUPPORTED', {
    driver,
    instead: 'give a drizzle db of node-postgres, postgres-js or PGlite, or a Client or Pool of pg',
  })

/** What the program has SET for its session, a tenant's search_path say, as SQL that sets it again. The role comes last. */
async function settingsOf(session: Connection): Promise<string> {
  const rows = await session.query(
    `select name, setting from pg_settings where source = 'session' and name !~ '^transaction_'
     union all select 'role', current_setting('role') where current_setting('role') <> 'none'`,
  )
  return rows
    .map(({ name, setting }) => `select set_config(${literal(String(name))}, ${literal(String(setting))}, false)`)
    .join('; ')
}
