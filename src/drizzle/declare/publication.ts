import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgSchema, PgTable } from 'drizzle-orm/pg-core'
import { type Declaration, declaration } from './declaration.ts'

/** Some columns or rows of a table. */
export interface PublishedPart {
  readonly table: PgTable | Declaration<'partition'>
  /** Default: all of them, those to come too. */
  readonly columns?: readonly AnyPgColumn[]
  /** Only rows for which this holds. */
  readonly where?: string | SQL
}

export interface PublicationOptions {
  /** Tables or parts of them; `'all'` for every table, those to come too. */
  readonly tables?: 'all' | readonly (PgTable | Declaration<'partition'> | PublishedPart)[]
  /** All tables of these schemas, those to come too (from 15). */
  readonly schemas?: readonly (PgSchema | string)[]
  /** Default: all four. */
  readonly publish?: readonly ('insert' | 'update' | 'delete' | 'truncate')[]
  /** Changes of a partition are published as those of its table. */
  readonly viaPartitionRoot?: boolean
  /** Stored generated columns are published, too (from 18). */
  readonly generatedColumns?: boolean
}

/** What is published for logical replication (manual, CREATE PUBLICATION). */
export const pgPublication = (name: string, options: PublicationOptions) =>
  declaration('publication', { name, options })
