import type { PgRole, PgSchema } from 'drizzle-orm/pg-core'
import { type Declaration, declaration } from './declaration.ts'
import type { PrivilegeOn } from './grant.ts'
import type { Grantee, Relation, SchemaNamed, SequenceOf } from './target.ts'

interface Privileges {
  readonly tables: PrivilegeOn<Relation>
  readonly sequences: PrivilegeOn<SequenceOf>
  readonly functions: 'execute'
  readonly types: 'usage'
  readonly schemas: PrivilegeOn<SchemaNamed>
}

export type DefaultPrivilegesOptions<W extends keyof Privileges = keyof Privileges> = {
  /** The role that makes the things. Without it: the one that runs the migrations. */
  readonly for?: PgRole | string
  /** Only what is made in this schema. */
  readonly in?: PgSchema | SchemaNamed
  readonly on: W
} & (
  | {
      readonly privileges: 'all' | readonly Privileges[W][]
      readonly to: Grantee | readonly Grantee[]
      readonly withGrantOption?: boolean
    }
  | { readonly revoke: 'all' | readonly Privileges[W][]; readonly from: Grantee | readonly Grantee[] }
)

/** Says what roles, or everybody, may do with things that are made from then on (manual, ALTER DEFAULT PRIVILEGES). */
export const pgDefaultPrivileges = <const W extends keyof Privileges>(
  options: DefaultPrivilegesOptions<W>,
): Declaration<'defaultPrivileges', DefaultPrivilegesOptions<W>> => declaration('defaultPrivileges', options)
