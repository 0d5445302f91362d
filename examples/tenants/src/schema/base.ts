import { type AnyColumn, sql } from 'drizzle-orm'
import { pgPolicy, pgRole, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organization } from './auth'

/** The role of a signed-in request. The first migration makes it. */
const authenticated = pgRole('authenticated').existing()

export const baseColumns = {
  id: uuid().primaryKey().defaultRandom(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp({ withTimezone: true })
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
}

export const tenantColumns = {
  organizationId: text()
    .notNull()
    .references(() => organization.id, { onDelete: 'cascade' }),
}

/** Lets a signed-in request see and change the rows of its own organization, and no other. */
export const tenantPolicies = (table: string, organizationId: AnyColumn) => {
  const own = sql`${organizationId} = (select current_setting('app.organization_id', true))`
  return [
    pgPolicy(`${table}_select`, { for: 'select', to: authenticated, using: own }),
    pgPolicy(`${table}_insert`, { for: 'insert', to: authenticated, withCheck: own }),
    pgPolicy(`${table}_update`, { for: 'update', to: authenticated, using: own, withCheck: own }),
    pgPolicy(`${table}_delete`, { for: 'delete', to: authenticated, using: own }),
  ]
}
