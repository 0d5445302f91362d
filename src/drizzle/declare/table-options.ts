import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { declaration } from './declaration.ts'
import type { Text } from './own-type.ts'
import type { PartitionBy } from './partition.ts'

export interface TableOptions<T extends PgTable> {
  /** Its rows are not in the write-ahead log: gone after a crash, and on no replica. */
  readonly unlogged?: boolean
  /** Storage parameters: `{ fillfactor: 70, 'toast.autovacuum_enabled': false }`. */
  readonly with?: Readonly<Record<string, string | number | boolean>>
  /** Its rows are spread over partitions: `{ range: events.at }`, `{ list: sql`lower(${users.name})` }`, `{ hash: [users.id] }`. */
  readonly partitionBy?: PartitionBy<AnyPgColumn<{ tableName: T['_']['name'] }>>
  /** Row level security holds for the owner too. */
  readonly forceRls?: boolean
  /** By their names in the table. */
  readonly columns?: { readonly [C in keyof T['_']['columns']]?: ColumnOptions }
  /** By their names in the database. */
  readonly indexes?: Readonly<Record<string, IndexOptions<T>>>
  /** Unique constraints and the primary key, by their names in the database. */
  readonly constraints?: Readonly<Record<string, ConstraintOptions<T>>>
}

export interface ColumnOptions {
  /** The name of a collation that every search path finds, or SQL: sql`"app"."german"`. */
  readonly collate?: Text
  readonly storage?: 'plain' | 'external' | 'extended' | 'main'
  readonly compression?: 'pglz' | 'lz4'
  /** A generated value is made whenever it is read, and not stored (from 18). */
  readonly virtual?: boolean
}

export interface ConstraintOptions<T extends PgTable> {
  /** Columns that the index behind it only carries, for scans of the index alone. */
  readonly include?: readonly AnyPgColumn<{ tableName: T['_']['name'] }>[]
}

export interface IndexOptions<T extends PgTable> extends ConstraintOptions<T> {
  /** Of a unique index: missing values count as equal (from 15). */
  readonly nullsNotDistinct?: boolean
}

/** Says of a table, its columns, indexes and constraints what `pgTable` has no words for. */
export const pgTableOptions = <T extends PgTable>(table: T, options: TableOptions<T>) =>
  declaration('tableOptions', { table, options })
