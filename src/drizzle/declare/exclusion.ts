import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { declaration } from './declaration.ts'
import type { Text } from './own-type.ts'

type ColumnOf<T extends PgTable> = AnyPgColumn<{ tableName: T['_']['name'] }>

export interface ExclusionElement<T extends PgTable> {
  /** A column, or SQL. */
  readonly on: ColumnOf<T> | SQL
  /** The operator that compares two rows: `=`, `&&`. */
  readonly with: string
  /** An operator class that is not the type's default. */
  readonly opclass?: string
  /** The name of a collation that every search path finds, or SQL: sql`"app"."german"`. */
  readonly collate?: Text
}

export interface ExclusionOptions<T extends PgTable> {
  /** The index behind it. Default: `gist`. */
  readonly using?: string
  readonly elements: readonly ExclusionElement<T>[]
  /** The rows that it is about. */
  readonly where?: SQL
  /** Columns that the index only carries. */
  readonly include?: readonly ColumnOf<T>[]
  /** It can wait until the end of a transaction: when it is looked at unless a transaction says otherwise. */
  readonly deferrable?: 'immediate' | 'deferred'
}

/** No two rows of a table for which all comparisons are true (manual 5.5.6). */
export const pgExclusion = <T extends PgTable>(name: string, table: T, options: ExclusionOptions<T>) =>
  declaration('exclusion', { name, table, options })
