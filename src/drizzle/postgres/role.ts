import type { PgRole, PgRoleConfig } from 'drizzle-orm/pg-core'
import { role } from '../../postgres/role.ts'

// drizzle-orm has no public way to ask a role these.
interface Inside extends PgRoleConfig {
  readonly _existing?: boolean
}

/** `.existing()`: somebody else makes it. */
export const isExisting = (declared: PgRole): boolean => (declared as Inside)._existing ?? false

export function readRole(declared: PgRole) {
  const { createDb = false, createRole = false, inherit = true }: Inside = declared as Inside
  return role.make({ name: declared.name }, { createDb, createRole, inherit })
}
