import type { PgColumn, PgMaterializedView, PgRole, PgSchema, PgSequence, PgTable, PgView } from 'drizzle-orm/pg-core'
import type { Declaration } from './declaration.ts'

/** A schema by its name, since drizzle-orm has no object for `public`. */
export interface SchemaNamed {
  readonly schema: string
}

/** The sequence behind a serial or identity column. */
export interface SequenceOf {
  readonly sequenceOf: PgColumn
}

export type Relation = PgTable | PgView | PgMaterializedView

/** What `pgEnum` makes, whatever its labels are. */
export interface Enum {
  readonly enumName: string
  readonly enumValues: readonly string[]
  readonly schema: string | undefined
}

/** A part that drizzle-orm has no object for, by its name and by what it belongs to. */
export type PartNamed =
  | { readonly constraint: string; readonly on: PgTable | Declaration }
  | { readonly index: string; readonly on: PgTable | PgMaterializedView | Declaration }
  | { readonly policy: string; readonly on: PgTable }
  | { readonly trigger: string; readonly on: PgTable | PgView }

export type Target =
  | Relation
  | PgColumn
  | PgSequence
  | SequenceOf
  | PgSchema
  | SchemaNamed
  | Enum
  | PgRole
  | PartNamed
  | Declaration

/** A role, a role's name, or everybody. */
export type Grantee = PgRole | 'public' | (string & {})
