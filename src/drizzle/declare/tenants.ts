import { getTableColumns, type NotNull, type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  type PgColumnBuilderBase,
  type PgPolicy,
  type PgPolicyToOption,
  pgPolicy,
  timestamp,
  type UpdateDeleteAction,
  uuid,
} from 'drizzle-orm/pg-core'

/** What most tables begin with: a random key, and when a row was made and last changed. */
export const baseColumns = {
  id: uuid().primaryKey().defaultRandom(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp({ withTimezone: true })
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
}

export interface TenantColumnsOptions {
  /** What becomes of a tenant's rows when it goes; they go too, without a word. */
  readonly onDelete?: UpdateDeleteAction
}

/**
 * The column that says whose row it is: required, and a reference to the table of tenants. What it returns is spread into any
 * number of tables: `const tenant = tenantColumns({ organizationId: text() }, () => organization.id)`.
 */
export function tenantColumns<C extends Readonly<Record<string, PgColumnBuilderBase & ReferringBuilder>>>(
  columns: C,
  tenant: () => AnyPgColumn,
  { onDelete = 'cascade' }: TenantColumnsOptions = {},
): { [N in keyof C]: NotNull<C[N]> } {
  const made = Object.entries(columns).map(([name, column]) => [
    name,
    column.notNull().references(tenant, { onDelete }),
  ])
  return Object.fromEntries(made)
}

/** What every column builder of drizzle-orm can do. */
interface ReferringBuilder {
  notNull(): {
    references(column: () => AnyPgColumn, actions: { readonly onDelete: UpdateDeleteAction }): unknown
  }
}

export interface TenantPoliciesOptions {
  /** The column of the table that says whose row it is. */
  readonly tenant: AnyPgColumn
  /** Who is let in; `authenticated` without a word. */
  readonly role?: PgPolicyToOption
  /**
   * The tenant of the request, compared with the column. Without a word it is the setting `app.tenant_id`, cast to the
   * column's type: nobody's where it is not set. In a subquery, so that it is asked once and not for every row.
   */
  readonly session?: SQL
}

/**
 * Four policies, named after the table, that show and change the rows of the request's tenant and no other: spread them into
 * the table's extras.
 */
export function tenantPolicies(table: string, options: TenantPoliciesOptions): PgPolicy[] {
  const { tenant, role: to = 'authenticated', session = settingOf(tenant) } = options
  const own = sql`${tenant} = ${session}`
  return [
    pgPolicy(`${table}_select`, { for: 'select', to, using: own }),
    pgPolicy(`${table}_insert`, { for: 'insert', to, withCheck: own }),
    pgPolicy(`${table}_update`, { for: 'update', to, using: own, withCheck: own }),
    pgPolicy(`${table}_delete`, { for: 'delete', to, using: own }),
  ]
}

/** A setting that was local to a transaction reads as '' after it. */
function settingOf(tenant: AnyPgColumn): SQL {
  // What a table hands to its extras cannot tell its type (drizzle-orm recurses there); the table's own columns can.
  const type = Object.values(getTableColumns(tenant.table))
    .find(({ name }) => name === tenant.name)
    ?.getSQLType()
  const cast = type === undefined || type === 'text' ? '' : `::${type}`
  return sql.raw(`(select nullif(current_setting('app.tenant_id', true), '')${cast})`)
}
