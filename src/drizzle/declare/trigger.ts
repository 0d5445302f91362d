import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable, PgView } from 'drizzle-orm/pg-core'
import { type Declaration, declaration } from './declaration.ts'

/** A column of the table; views have none that a trigger could name. */
type ColumnOf<T extends PgTable | PgView> = T extends PgTable ? AnyPgColumn<{ tableName: T['_']['name'] }> : never

/** What happens to a table. `{ update: [users.email] }`: to one of these columns. */
export type TriggerEvent<T extends PgTable | PgView> =
  | 'insert'
  | 'update'
  | 'delete'
  | 'truncate'
  | { readonly update: readonly ColumnOf<T>[] }

/** The columns of the row before and after, for a condition. */
export interface TriggerRows<T extends PgTable | PgView> {
  readonly old: T extends PgTable ? { readonly [C in keyof T['_']['columns']]: SQL } : never
  readonly new: T extends PgTable ? { readonly [C in keyof T['_']['columns']]: SQL } : never
}

export interface TriggerOptions<T extends PgTable | PgView> {
  readonly when: 'before' | 'after' | 'instead of'
  readonly on: TriggerEvent<T> | readonly TriggerEvent<T>[]
  readonly forEach: 'row' | 'statement'
  /** It fires only where this holds: ({ old, new: now }) => sql`${now.email} <> ${old.email}`. */
  readonly condition?: string | SQL | ((rows: TriggerRows<T>) => SQL)
  /** A function that returns `trigger`: declared, or one that is there, by its names. */
  readonly execute: Declaration<'function'> | { readonly schema: string; readonly name: string }
  /** What the function finds in TG_ARGV. */
  readonly args?: readonly string[]
  /** Names for the rows before and after, as tables. */
  readonly referencing?: { readonly old?: string; readonly new?: string }
  /** A constraint trigger, which may wait until the end of the transaction. */
  readonly constraint?: { readonly deferrable?: boolean; readonly initially?: 'immediate' | 'deferred' }
  /** Default: `origin`. */
  readonly enabled?: 'origin' | 'always' | 'replica' | 'disabled'
}

/** A trigger of a table or a view (manual, CREATE TRIGGER). */
export const pgTrigger = <T extends PgTable | PgView>(name: string, table: T, options: TriggerOptions<T>) =>
  declaration('trigger', { name, table, options })
