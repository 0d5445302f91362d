import { type Connection, DatabaseError } from '../dialect/connection.ts'
import { SluiceError } from '../errors.ts'
import { dotted, literal } from '../postgres/sql/quote.ts'
import type { Migration } from './folder.ts'

/** The table that remembers what was applied: drizzle-kit's `migrations: { schema, table }`. */
export interface Ledger {
  readonly schema: string
  readonly table: string
}

export const defaultLedger: Ledger = { schema: 'drizzle', table: '__drizzle_migrations' }

/** One row of the ledger. */
export interface Entry {
  /** sha256 of the file, or whatever someone wrote there by hand. */
  readonly hash: string
  /** The journal's `when`, in milliseconds. */
  readonly createdAt: number | null
  /** The tag; only ledgers of drizzle-orm 1.0 have it. */
  readonly name: string | null
}

/** The ledger's rows, oldest first; undefined when there is no such table. Makes nothing. */
export async function readLedger(connection: Connection, ledger: Ledger): Promise<readonly Entry[] | undefined> {
  // Not every ledger has `id` and `name`, so the columns are not spelled out.
  const rows = await unlessMissing(connection.query(`select * from ${dotted(ledger.schema, ledger.table)}`))
  return rows
    ?.map(({ hash, created_at, name }) => ({
      hash: String(hash),
      createdAt: created_at === null || created_at === undefined ? null : Number(created_at),
      name: typeof name === 'string' ? name : null,
    }))
    .sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))
}

/** The rows that a query gives; undefined when its table or schema does not exist. */
export async function unlessMissing<T>(rows: Promise<T>): Promise<T | undefined> {
  try {
    return await rows
  } catch (error) {
    if (error instanceof DatabaseError && ['42P01', '3F000'].includes(error.state)) return undefined
    throw error
  }
}

/** The ledger as drizzle-orm 0.31 to 0.45 makes it: its schema, then its table. */
export const ledgerSql = ({ schema, table }: Ledger): readonly [string, string] => [
  `create schema if not exists ${dotted(schema)}`,
  `create table if not exists ${dotted(schema, table)} (id serial primary key, hash text not null, created_at bigint)`,
]

/** For a transaction that makes what may be there already. */
export const quiet = 'set local client_min_messages = warning; '

/**
 * Makes the ledger. Run it under the lock: two `CREATE … IF NOT EXISTS` at once fail.
 *
 * @throws SluiceError `LEDGER_NOT_MADE` with the server's message when it may not be made.
 */
export async function createLedger(connection: Connection, { schema, table }: Ledger): Promise<void> {
  try {
    // CREATE SCHEMA IF NOT EXISTS asks for the right to create one even where it exists.
    const there = await connection.query('select from pg_namespace where nspname = $1', [schema])
    for (const sql of ledgerSql({ schema, table }).slice(there.length)) await connection.script(quiet + sql)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const details = { ledger: `${schema}.${table}`, schema: dotted(schema), message: error.message, state: error.state }
    throw new SluiceError('LEDGER_NOT_MADE', details, { cause: error })
  }
}

/** What a run writes into the ledger when it is done with a migration, as SQL. */
export interface Booking {
  /** The statement that writes it. */
  book(migration: Migration): string
  /** A condition that holds once it is written. */
  isBooked(migration: Migration): string
}

/** The condition on a row of the ledger. */
export const isRow = ({ hash, createdAt }: Pick<Entry, 'hash' | 'createdAt'>): string =>
  `hash = ${literal(hash)} and created_at is not distinct from ${createdAt}`

/** Enters migrations in the columns that this ledger has: drizzle-orm 1.0 added `name` and `applied_at`. */
export async function ledgerBooking(connection: Connection, ledger: Ledger): Promise<Booking> {
  const name = dotted(ledger.schema, ledger.table)
  const rows = await connection.query(
    'select attname from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped',
    [name],
  )
  // A ledger that is still to be made has the first two.
  const present = new Set(rows.length > 0 ? rows.map(({ attname }) => attname) : ['hash', 'created_at'])
  const filled = (['hash', 'created_at', 'name', 'applied_at'] as const).filter((column) => present.has(column))
  return {
    book({ hash, when, tag }) {
      const values = { hash: literal(hash), created_at: String(when), name: literal(tag), applied_at: 'now()' }
      return `insert into ${name} (${filled.join(', ')}) values (${filled.map((column) => values[column]).join(', ')})`
    },
    isBooked: ({ hash, when }) => `exists (select from ${name} where ${isRow({ hash, createdAt: when })})`,
  }
}
