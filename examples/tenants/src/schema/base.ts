import { sql } from 'drizzle-orm'
import { type AnyPgColumn, pgRole, text } from 'drizzle-orm/pg-core'
import { tenantColumns as columnsOf, tenantPolicies as policiesOf } from 'sluice/postgres'
import { organization } from './auth'

export { baseColumns } from 'sluice/postgres'

/** The role of a signed-in request. The first migration makes it. */
const authenticated = pgRole('authenticated').existing()

export const tenantColumns = columnsOf({ organizationId: text() }, () => organization.id)

/** Lets a signed-in request see and change the rows of its own organization, and no other. */
export const tenantPolicies = (table: string, tenant: AnyPgColumn) =>
  policiesOf(table, {
    tenant,
    role: authenticated,
    session: sql`(select current_setting('app.organization_id', true))`,
  })
