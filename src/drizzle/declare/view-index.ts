import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgMaterializedView } from 'drizzle-orm/pg-core'
import { declaration } from './declaration.ts'
import type { Text } from './own-type.ts'

/** A column of the view, or SQL. */
type Indexed = AnyPgColumn | SQL | SQL.Aliased

export interface IndexElement {
  readonly on: Indexed
  /** Default: `asc`. */
  readonly order?: 'asc' | 'desc'
  /** Default: `last`, and `first` where the order is `desc`. */
  readonly nulls?: 'first' | 'last'
  /** An operator class that is not the type's default. */
  readonly opclass?: string
  /** The name of a collation that every search path finds, or SQL: sql`"app"."german"`. */
  readonly collate?: Text
}

export interface ViewIndexOptions {
  /** Default: `btree`. */
  readonly using?: string
  readonly unique?: boolean
  readonly on: readonly (Indexed | IndexElement)[]
  /** Of a unique index: missing values count as equal (from 15). */
  readonly nullsNotDistinct?: boolean
  /** The rows that it is about. */
  readonly where?: SQL
  /** Storage parameters: `{ fillfactor: 70 }`. */
  readonly with?: Readonly<Record<string, string | number | boolean>>
  /** Built without blocking those who write, outside a transaction. */
  readonly concurrently?: boolean
}

/** An index of a materialized view; a unique one lets it be refreshed while it is read (manual, REFRESH MATERIALIZED VIEW). */
export const pgViewIndex = (name: string, view: PgMaterializedView, options: ViewIndexOptions) =>
  declaration('viewIndex', { name, view, options })
