import type { PgPolicy } from 'drizzle-orm/pg-core'
import { tableKey } from '../../postgres/table.ts'
import type { Key } from '../../schema/object.ts'
import type { Library } from '../library.ts'
import type { TableName } from './column.ts'
import type { Declarations } from './declarations.ts'
import { linkedTable } from './policy.ts'

/** The policies that `.link()` gives to a table. */
export interface Linked {
  readonly of: TableName
  readonly policies: PgPolicy[]
}

/** All of them, by the table. */
export function linksOf({ policies }: Declarations, { core }: Library): Map<Key, Linked> {
  const links = new Map<Key, Linked>()
  for (const policy of policies) {
    const table = linkedTable(policy)
    if (!table) continue
    const { schema = 'public', name } = core.getTableConfig(table)
    const known = links.get(tableKey(schema, name))
    if (known) known.policies.push(policy)
    else links.set(tableKey(schema, name), { of: { schema, table: name }, policies: [policy] })
  }
  return links
}

/** Policies that belong to no table, neither by its third argument nor by `.link()`, as sentences. */
export function lonelyIn({ policies, tables }: Declarations): readonly string[] {
  const used = new Set(tables.flatMap((table) => table.policies))
  return policies
    .filter((policy) => !linkedTable(policy) && !used.has(policy))
    .map(({ name }) => `policy ${name} belongs to no table: .link(table) gives it to one`)
}
