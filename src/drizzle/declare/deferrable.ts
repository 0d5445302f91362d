import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { declaration } from './declaration.ts'

export interface DeferrableOptions {
  /** When it is looked at unless a transaction says otherwise: after each statement, or at the end. Default: `immediate`. */
  readonly initially?: 'immediate' | 'deferred'
}

/** Lets a foreign key, a unique constraint or a primary key wait until the end of a transaction: named by its columns, or by its name. */
export const pgDeferrable = <T extends PgTable>(
  table: T,
  constraint: string | readonly AnyPgColumn<{ tableName: T['_']['name'] }>[],
  options: DeferrableOptions = {},
) => declaration('deferrable', { table, constraint, ...options })
