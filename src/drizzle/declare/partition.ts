import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, ExtraConfigColumn, IndexBuilder, PgSchema, PgTable } from 'drizzle-orm/pg-core'
import { type Declaration, declaration } from './declaration.ts'

/** A column, an expression, or one of them with a collation or an operator class. */
export type PartitionKey<C extends AnyPgColumn = AnyPgColumn> =
  | C
  | SQL
  | { readonly on: C | SQL; readonly collate?: string | SQL; readonly opclass?: string }

/** What decides which partition a row goes to. */
export type PartitionBy<C extends AnyPgColumn = AnyPgColumn> =
  | { readonly range: PartitionKey<C> | readonly PartitionKey<C>[] }
  | { readonly list: PartitionKey<C> }
  | { readonly hash: PartitionKey<C> | readonly PartitionKey<C>[] }

/** A value of a bound. `sql` is written as it is: sql`MINVALUE`. */
export type BoundValue = string | number | bigint | boolean | Date | null | SQL

/** Which rows a partition holds. A range begins with `from` and ends before `to`; `'default'` holds what no other one does. */
export type PartitionBound =
  | { readonly from: BoundValue | readonly BoundValue[]; readonly to: BoundValue | readonly BoundValue[] }
  | { readonly in: BoundValue | readonly BoundValue[] }
  | { readonly modulus: number; readonly remainder: number }
  | 'default'

export interface PartitionOptions<T extends PgTable = PgTable> {
  /** Default: that of its table. */
  readonly schema?: string | PgSchema
  /** Its own rows are spread over partitions, too. */
  readonly partitionBy?: PartitionBy
  /** Indexes that it has besides those of its table: `(t) => [index('newest').on(t.at.desc())]`. */
  readonly indexes?: (
    columns: { readonly [C in keyof T['_']['columns']]: ExtraConfigColumn },
  ) => readonly IndexBuilder[]
  readonly unlogged?: boolean
  /** Storage parameters: `{ fillfactor: 70 }`. */
  readonly with?: Readonly<Record<string, string | number | boolean>>
}

export interface PartitionGiven<T extends PgTable = PgTable> {
  readonly name: string
  readonly of: T | Declaration<'partition', PartitionGiven<T>>
  readonly bound: PartitionBound
  readonly options: PartitionOptions<T>
}

/** A partition of a table with `partitionBy`, or of another partition that has it (manual, CREATE TABLE, PARTITION OF). */
export const pgPartition = <T extends PgTable>(
  name: string,
  of: PartitionGiven<T>['of'],
  bound: PartitionBound,
  options: PartitionOptions<T> = {},
): Declaration<'partition', PartitionGiven<T>> => declaration('partition', { name, of, bound, options })
