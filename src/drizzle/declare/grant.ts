import type { PgColumn, PgSchema, PgSequence } from 'drizzle-orm/pg-core'
import { type Declaration, declaration } from './declaration.ts'
import type { Enum, Grantee, Relation, SchemaNamed, SequenceOf } from './target.ts'

/** What rights are kept for. */
export type GrantTarget = Relation | PgColumn | PgSequence | SequenceOf | PgSchema | SchemaNamed | Enum | Declaration

/** What there is to allow. */
export type PrivilegeOn<T> = T extends PgColumn
  ? 'select' | 'insert' | 'update' | 'references'
  : T extends Relation | Declaration<'partition'>
    ? 'select' | 'insert' | 'update' | 'delete' | 'truncate' | 'references' | 'trigger' | 'maintain'
    : T extends PgSequence | SequenceOf
      ? 'usage' | 'select' | 'update'
      : T extends PgSchema | SchemaNamed
        ? 'usage' | 'create'
        : T extends Declaration<'function'>
          ? 'execute'
          : 'usage'

export interface GrantOptions<T extends GrantTarget = GrantTarget, P extends string = PrivilegeOn<T>> {
  /** One thing or several: a table, a view, columns, a sequence, a schema, a function, a type. */
  readonly on: T | readonly T[]
  readonly privileges: 'all' | readonly P[]
  readonly to: Grantee | readonly Grantee[]
  /** They may pass it on. */
  readonly withGrantOption?: boolean
}

/** Lets roles, or everybody (`'public'`), do something with a thing (manual, GRANT). */
export const pgGrant = <const T extends GrantTarget>(options: GrantOptions<T>): Declaration<'grant', GrantOptions<T>> =>
  declaration('grant', options)

export interface RevokeOptions<T extends GrantTarget = GrantTarget, P extends string = PrivilegeOn<T>> {
  readonly on: T | readonly T[]
  readonly privileges: 'all' | readonly P[]
  readonly from: Grantee | readonly Grantee[]
}

/** Takes away what somebody may do without a grant: everybody may execute a new function and use a new type (manual 5.8). */
export const pgRevoke = <const T extends GrantTarget>(
  options: RevokeOptions<T>,
): Declaration<'revoke', RevokeOptions<T>> => declaration('revoke', options)
